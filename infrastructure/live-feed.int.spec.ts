import { expect, test } from 'vitest';
import { followHead, LogHead } from './event-log/log-head';
import { LiveFeed, type LiveChange, type LiveListener } from './live-feed';
import { logOnce } from './testing/event-log/logs';
import { begun, grow, until, upTo } from './testing/event-log/subscriptions';

const setUp = async () => {
  const { store, log } = await begun();
  const stop = new AbortController();
  const head = new LogHead();
  void followHead(log, head, stop.signal);
  await grow(store, 3);
  await logOnce(log, 3);
  await until(() => head.seen.position === 3);
  return { store, log, head, feed: new LiveFeed(log, head) };
};

const listener = () => {
  const heard: LiveChange[] = [];
  const lookedAgain: number[] = [];
  let ended = false;
  const listening: LiveListener = {
    changes: (changes) => heard.push(...changes),
    lookAgain: (position) => lookedAgain.push(position),
    end: () => {
      ended = true;
    },
  };
  return { listening, heard, lookedAgain, hasEnded: () => ended };
};

const positions = (heard: readonly LiveChange[]) => heard.map(({ position }) => position);

test('Who listens hears what comes, once and in order, and nothing after taking leave', async () => {
  const { store, feed } = await setUp();
  const [one, other] = [listener(), listener()];
  feed.listen(3, one.listening);
  const leave = feed.listen(3, other.listening);
  await grow(store, 4);
  await until(() => one.heard.length === 4);
  leave();
  await grow(store, 2);
  await until(() => one.heard.length === 6);
  expect(positions(one.heard)).toEqual(upTo(9, 4));
  expect(positions(other.heard)).toEqual(upTo(7, 4));
  expect(one.heard[0]).toMatchObject({ streamPosition: 1, actorId: 'ana.ruiz' });
  expect(one.lookedAgain).toEqual([]);
});

test('Who connects again hears what was missed; who missed what is no longer known looks again', async () => {
  const { store, feed } = await setUp();
  await grow(store, 4);
  await until(() => feed.position === 7);
  const [again, late, ahead] = [listener(), listener(), listener()];
  feed.listen(5, again.listening);
  expect(positions(again.heard)).toEqual([6, 7]);
  feed.listen(1, late.listening);
  expect(late.lookedAgain).toEqual([7]);
  // Of a log that was lost and rebuilt since.
  feed.listen(99, ahead.listening);
  expect(ahead.lookedAgain).toEqual([7]);
});

test('A log that was rebuilt makes everyone look again; the end of the server ends them', async () => {
  const { head, feed } = await setUp();
  const one = listener();
  feed.listen(3, one.listening);
  head.moved({ generation: 'another', position: 2 });
  await until(() => one.lookedAgain.length === 1);
  expect(one.lookedAgain).toEqual([2]);
  feed.close();
  expect(one.hasEnded()).toBe(true);
});
