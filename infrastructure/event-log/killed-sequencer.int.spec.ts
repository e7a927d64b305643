import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { standsAt, startCandidate } from '../testing/event-log/candidates';
import { killAt, type Moment } from '../testing/event-log/kill-at';
import { wrongsOf } from '../testing/event-log/log-wrongs';
import { logOf, logOnce, startSequencer } from '../testing/event-log/logs';
import { someStreams, startWriters } from '../testing/event-log/writers';
import { openBeside, openStore } from '../testing/event-store/toy-store';
import { counted, tally } from '../testing/event-store/toy-streams';
import { streamNameOf } from '../event-store/stream-document';
import type { LeaseTimes } from '../lease';
import { logState } from './open-log';

/** Taken over by the next one within half a second. */
const hasty: LeaseTimes = { lastsMs: 400, renewMs: 80, retryMs: 40 };

const kills = 6;

test(
  `35: The log is whole after ${kills} times kill -9 of who writes it, at random moments, while others write`,
  { timeout: 180_000 },
  async () => {
    const store = await openStore();
    const log = await logOf(store);
    const streams = someStreams();
    const writers = startWriters([store, await openBeside(store)], streams);
    const moments: number[] = [];
    let next = startCandidate(store, { times: hasty });
    for (let i = 0; i < kills; i += 1) {
      const candidate = await next;
      next = startCandidate(store, { times: hasty });
      const { position } = (await logState(log)) ?? { position: 0 };
      await candidate.until(standsAt(position + 1));
      const moment = Math.floor(Math.random() * 300);
      moments.push(moment);
      await pause(moment);
      await candidate.kill();
    }
    const written = await writers.stop();
    const entries = await logOnce(log, written);
    expect(entries.length, `killed after ${moments.join(', ')} ms`).toBe(written);
    expect(await wrongsOf(entries, store, streams)).toEqual([]);
    expect((await logState(log))?.recoveries).toHaveLength(1);
  },
);

const at = (command: string, nth: number, when: Moment['when']): Moment => ({ command, nth, when });

describe.concurrent('35: The log is whole after kill -9', () => {
  test.for([
    at('update', 2, 'before'),
    at('insert', 2, 'before'),
    at('insert', 2, 'after'),
    at('commitTransaction', 2, 'before'),
    at('commitTransaction', 2, 'after'),
  ])('of who follows the streams, $when its $command', async (moment, { expect }) => {
    const store = await openStore();
    const log = await logOf(store);
    const streams = someStreams();
    const writers = startWriters([store], streams);
    await killAt(store, moment, (candidate) => candidate.until(standsAt(1)));
    const sequencing = await startSequencer(log);
    const written = await writers.stop();
    const entries = await logOnce(log, written);
    expect(entries).toHaveLength(written);
    expect(await wrongsOf(entries, store, streams)).toEqual([]);
    expect(sequencing.completions).toEqual([]);
  });

  test.for([
    at('insert', 2, 'before'),
    at('insert', 4, 'after'),
    at('commitTransaction', 2, 'after'),
    at('drop', 1, 'after'),
  ])(
    'of who completes it from the streams, $when its $command number $nth',
    async (moment, { expect }) => {
      const store = await openStore();
      const log = await logOf(store);
      const streams = [...Array.from({ length: 50 }, () => tally()), ...someStreams()];
      for (const stream of streams) {
        const events = Array.from({ length: 40 }, (_, i) => counted(i));
        await store.appendToStream(streamNameOf(stream), events);
      }
      await killAt(store, moment, () => Promise.resolve());
      expect(await logState(log)).toMatchObject({ resumeToken: null, resumeTime: null });
      const writers = startWriters([store], streams.slice(40));
      const sequencing = await startSequencer(log);
      await expect.poll(() => sequencing.completions, { timeout: 15_000 }).toHaveLength(1);
      const written = await writers.stop();
      const entries = await logOnce(log, streams.length * 40 + written);
      expect(await wrongsOf(entries, store, streams)).toEqual([]);
      expect(sequencing.completions).toEqual(['it was not finished the last time']);
      const collections = await log.db.listCollections({ name: /aside/ }).toArray();
      expect(collections).toEqual([]);
    },
  );
});
