import type { EventMetadata, Recorded } from '@/domain/shared/stream';
import { stampOf } from '../event-log/commit-stamps';
import { sameJson } from '../event-store/same-json';
import type { StreamDocument } from '../event-store/stream-document';
import type { Break } from './breaks';
import { readRemembered, type Remembered } from './remembered';

/**
 * What is wrong with what a stream's document remembers of commands, by the events beside it: each
 * names the last event that it caused here, was sent by who is named there, and was refused exactly if
 * that event is a refusal. At most one break for each command.
 */
export const rememberedBreaks = ({
  streamName: stream,
  messages,
  metadata,
}: StreamDocument): readonly Break[] => {
  const commands = readRemembered(metadata.commands);
  if (typeof commands === 'string') {
    const what = `what it remembers of commands cannot be read (${commands})`;
    return [{ kind: 'command', stream, what }];
  }
  return commands.flatMap((command, i): readonly Break[] => {
    const position = command.positions[stream] ?? 0;
    const before = commands[i - 1]?.positions[stream] ?? 0;
    const what =
      position > before
        ? notAsRecorded(command, messages[position - 1], messages[position])
        : 'not after the one before it';
    if (what === undefined) return [];
    return [
      { kind: 'command', stream, what: `it remembers command ${command.commandId}, but ${what}` },
    ];
  });
};

const notAsRecorded = (
  { commandId, actorId, result }: Remembered,
  last: Recorded | undefined,
  next: Recorded | undefined,
): string | undefined => {
  if (!last) return 'no event where it names one';
  const { causationId, actor } = last.metadata as Partial<EventMetadata>;
  if (causationId !== commandId) return 'another command caused the event it names';
  if (next && stampOf(next).id === stampOf(last).id) return 'not its last event here';
  if (actor?.id !== actorId) return 'of another actor than its event';
  const refusal = result.status === 'refused' ? result.refusal : undefined;
  const recorded = last.type === 'ReservationRejected' ? refusalIn(last) : undefined;
  return sameJson({ refusal }, { refusal: recorded })
    ? undefined
    : 'with another result than its event tells';
};

const refusalIn = ({ data }: Recorded): unknown => (data as { readonly refusal?: unknown }).refusal;
