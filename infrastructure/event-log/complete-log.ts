import { Timestamp } from 'mongodb';
import type { LogWriter } from './log-writer';
import { missingEvents, snapshotTime } from './missing-events';

/**
 * Completes the log from the stream documents: what it lacks at a moment is appended by commit stamp;
 * after that the change stream is followed from the next moment on. Broken off, it is begun again.
 *
 * @param reason why, for those who look after the app
 */
export const completeLog = async (
  writer: LogWriter,
  reason: string,
  signal: AbortSignal,
): Promise<void> => {
  const { log, state } = writer;
  const at = await snapshotTime(log);
  for await (const events of missingEvents(log, state.fence, at, signal)) {
    await writer.append(events, { time: null });
  }
  const entries = writer.state.position - state.position;
  await writer.recovered({ at: new Date(), reason, entries }, justAfter(at));
};

const justAfter = (at: Timestamp) =>
  new Timestamp({ t: at.getHighBits() >>> 0, i: (at.getLowBits() >>> 0) + 1 });
