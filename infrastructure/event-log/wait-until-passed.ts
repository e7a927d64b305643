import { setTimeout as pause } from 'node:timers/promises';
import type { Positions } from '../event-store/outcome';
import type { Subscriptions } from './subscription';

const lookEveryMs = 20;

/**
 * Waits until a subscription (a read model, say) has passed the stream positions that a command
 * returned. False when it has not after `patienceMs`: it is late, or stopped.
 *
 * @example await waitUntilPassed(subscriptions, 'search', outcome.positions, 2000)
 */
export const waitUntilPassed = async (
  { log, checkpoints }: Subscriptions,
  name: string,
  positions: Positions,
  patienceMs: number,
): Promise<boolean> => {
  const places = Object.entries(positions).map(([streamName, streamPosition]) => ({
    'event.metadata.streamName': streamName,
    'event.metadata.streamPosition': streamPosition,
  }));
  if (places.length === 0) return true;
  const deadline = performance.now() + patienceMs;
  let wanted: number | undefined;
  for (;;) {
    if (wanted === undefined) {
      const found = await log.entries.find({ $or: places }, { projection: { _id: 1 } }).toArray();
      if (found.length === places.length) wanted = Math.max(...found.map(({ _id }) => _id));
    }
    if (wanted !== undefined) {
      const checkpoint = await checkpoints.findOne({ _id: name }, { readConcern: 'majority' });
      if ((checkpoint?.position ?? 0) >= wanted) return true;
    }
    if (performance.now() > deadline) return false;
    await pause(lookEveryMs);
  }
};
