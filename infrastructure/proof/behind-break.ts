import { setTimeout as pause } from 'node:timers/promises';
import { logState, type EventLog } from '../event-log/open-log';
import type { Break } from './breaks';
import type { Behind, MissingEvent } from './compare-log';

const lookEveryMs = 200;

/**
 * Whether the log lacks what it will never have. It may lag behind: nobody writes it, or it is being
 * completed from the streams, or it is a moment late. What a sequencer at work does not bring within
 * `patienceMs` was taken away.
 */
export const behindBreak = async (
  log: EventLog,
  { oldest }: Behind,
  patienceMs: number,
): Promise<Break | undefined> => {
  if (!oldest) return undefined;
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    if (!(await isWritten(log)) || (await isThere(log, oldest))) return undefined;
    await pause(lookEveryMs);
  }
  const { stream, position } = oldest;
  const what = 'the log lacks this event, although it is being written';
  return { kind: 'log', stream, position, what };
};

/** True while a sequencer is at work and follows the streams. */
const isWritten = async (log: EventLog): Promise<boolean> => {
  const state = await logState(log);
  if (!state?.resumeToken && !state?.resumeTime) return false;
  const held = { _id: 'sequencer', $expr: { $gt: ['$until', '$$NOW'] } };
  return (await log.db.collection<{ _id: string }>('leases').findOne(held)) !== null;
};

const isThere = async ({ entries }: EventLog, { stream, position }: MissingEvent) => {
  const place = {
    'event.metadata.streamName': stream,
    'event.metadata.streamPosition': position,
  };
  return (await entries.findOne(place, { projection: { _id: 1 } })) !== null;
};
