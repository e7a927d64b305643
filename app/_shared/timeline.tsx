import type { DomainEvent } from '@/domain/shared/stream';
import type { Instant } from '@/domain/shared/time';
import { counted } from './format-duration';
import { formatInstant } from './format';
import type { Told } from './sentences/history';
import type { Words } from './sentences/sentence';
import { TimelineItem } from './timeline-item';

type TimelineProps = {
  readonly streamName: string;
  /** Oldest first, as the stream holds them. */
  readonly told: readonly Told<DomainEvent>[];
  readonly words: Words;
  readonly now: Instant;
  /** Said when nothing has happened yet. */
  readonly empty?: string;
};

/**
 * The history of one stream, newest first: sentences, and the raw event for who opens it. Works
 * without scripts; `#v4` leads to version 4.
 */
export const Timeline = ({ streamName, told, words, now, empty }: TimelineProps) => (
  <section aria-labelledby="history" className="@container min-w-0">
    <div className="flex flex-wrap items-baseline gap-x-3">
      <h2 id="history" className="text-say font-semibold">
        History
      </h2>
      <p className="text-sub text-ink-3">{summary(told, now)}</p>
    </div>
    {told.length === 0 && empty && <p className="mt-3 text-ink-2">{empty}</p>}
    <ol reversed className="mt-4">
      {told.toReversed().map((item) => (
        <TimelineItem
          key={item.event.metadata.streamPosition}
          item={item}
          current={item.event.metadata.streamPosition === told.length}
          words={words}
          now={now}
        />
      ))}
    </ol>
    <p className="mt-1 ml-11 text-sub text-ink-3">
      {told.length === 0 ? 'No events in' : 'Stream starts here'}{' '}
      <code className="wrap-anywhere">{streamName}</code>
    </p>
  </section>
);

const summary = (told: readonly Told<DomainEvent>[], now: Instant) => {
  const [first] = told;
  if (!first) return 'no events';
  const people = new Set(told.map(({ event }) => event.metadata.actor.id)).size;
  const since = formatInstant(first.event.metadata.recordedAt, first.timeZone, now);
  return `${counted(told.length, 'event')} by ${counted(people, 'person', 'people')} since ${since}`;
};
