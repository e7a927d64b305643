import { describe, test } from 'vitest';
import { standsAt, startCandidate, type Candidate } from '../testing/event-log/candidates';
import { wrongsOf } from '../testing/event-log/log-wrongs';
import { logOf, logOnce } from '../testing/event-log/logs';
import { someStreams, startWriters } from '../testing/event-log/writers';
import { startProxy, type Verdict } from '../testing/event-store/proxy';
import { openStore, type OpenStore } from '../testing/event-store/toy-store';
import { testMongodbUri } from '../testing/test-mongodb';
import { leaseTimes } from '../lease';
import { claimLog } from './claim-log';
import { LogWriter, NoLongerSequencer } from './log-writer';
import { logState, type EventLog } from './open-log';

const times = leaseTimes;
const takenOverWithinMs = 10_000;

/** Two candidates with the times of the app, one of them at work. */
const twoCandidates = async (store: OpenStore, firstUri = testMongodbUri()) => {
  const working = await startCandidate(store, { times, uri: firstUri });
  await working.until(standsAt(1));
  return { working, waiting: await startCandidate(store, { times }) };
};

/** Milliseconds until a candidate appends what the one before no longer does. */
const untilTakenOver = async (log: EventLog, candidate: Candidate) => {
  const began = performance.now();
  const { position } = (await logState(log)) ?? { position: 0 };
  await candidate.until(standsAt(position + 1));
  return performance.now() - began;
};

describe.concurrent('Of two candidates for the sequencer one is at work', () => {
  test('52: After kill -9 the other takes over within 10 s, and the log is whole', async ({
    expect,
  }) => {
    const store = await openStore();
    const log = await logOf(store);
    const streams = someStreams();
    const writers = startWriters([store], streams);
    const { working, waiting } = await twoCandidates(store);
    await working.kill();
    expect(await untilTakenOver(log, waiting)).toBeLessThan(takenOverWithinMs);
    const written = await writers.stop();
    expect(await wrongsOf(await logOnce(log, written), store, streams)).toEqual([]);
  });

  test('52: Frozen, the other takes over within 10 s; woken, what it still writes is refused by its fence', async ({
    expect,
  }) => {
    const store = await openStore();
    const log = await logOf(store);
    const streams = someStreams();
    const proxy = await startProxy(testMongodbUri());
    const writers = startWriters([store], streams);
    const { working, waiting } = await twoCandidates(store, proxy.uri);
    // Frozen with its next append on the way: it arrives after somebody else has taken over.
    let arrives: (verdict: Verdict) => void = () => undefined;
    const frozen = new Promise<void>((resolve) => {
      proxy.judge((command, collection): Verdict | Promise<Verdict> => {
        if (command !== 'update' || collection !== log.states.collectionName) return 'pass';
        working.process.kill('SIGSTOP');
        resolve();
        return new Promise((release) => (arrives = release));
      });
    });
    await frozen;
    expect(await untilTakenOver(log, waiting)).toBeLessThan(takenOverWithinMs);
    proxy.judge(() => 'pass');
    arrives('pass');
    working.process.kill('SIGCONT');
    expect(await working.until(({ kind }) => kind === 'failed')).toEqual({
      kind: 'failed',
      name: 'NoLongerSequencer',
    });
    const written = await writers.stop();
    expect(await wrongsOf(await logOnce(log, written), store, streams)).toEqual([]);
  });
});

describe('A sequencer with a lower fencing token', () => {
  const claimedTwice = async () => {
    const store = await openStore();
    const log = await logOf(store);
    const earlier = new LogWriter(log, (await claimLog(log, 1)).state);
    const later = new LogWriter(log, (await claimLog(log, 2)).state);
    return { log, earlier, later };
  };

  test('writes nothing any more, although the log stands where it left it', async ({ expect }) => {
    const { log, earlier, later } = await claimedTwice();
    const event = {
      type: 'Counted',
      data: {},
      metadata: { streamName: 'tally:1', streamPosition: 1 },
    };
    const append = (writer: LogWriter) => writer.append([event as never], { token: 'here' });
    await expect(append(earlier)).rejects.toThrow(NoLongerSequencer);
    await expect(earlier.resumeAt({ token: 'here' })).rejects.toThrow(NoLongerSequencer);
    expect(await logState(log)).toMatchObject({ position: 0, resumeToken: null, fence: 2 });
    await append(later);
    expect(await logState(log)).toMatchObject({ position: 1, resumeToken: 'here', fence: 2 });
  });

  test('cannot claim the log, nor empty it as one that was lost', async ({ expect }) => {
    const { log, later } = await claimedTwice();
    await expect(claimLog(log, 1)).rejects.toThrow(NoLongerSequencer);
    await expect(claimLog(log, 2)).rejects.toThrow(NoLongerSequencer);
    expect((await logState(log))?.generation).toBe(later.state.generation);
  });
});
