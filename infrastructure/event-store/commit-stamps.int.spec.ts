import { expect, test } from 'vitest';
import { accept, append } from '@/domain/shared/command';
import type { Recorded } from '@/domain/shared/stream';
import { ana, counting, sent, toy } from '../testing/event-store/toy-commands';
import { openBeside, openStore } from '../testing/event-store/toy-store';
import { counted, tally, type Counted } from '../testing/event-store/toy-streams';
import { streamNameOf } from './stream-document';

const noon = Date.UTC(2026, 10, 20, 12);

/** Each event notes where the streams stood that its command had read: these are its causes. */
type Causes = { readonly [streamName: string]: number };
const causesOf = ({ data }: Recorded<Counted>) => data.note as Causes;

test('Sorted by commit stamp no effect precedes its cause, although the clocks of two processes differ by 5 s', async () => {
  let ticks = 0;
  const slow = await openStore({ clock: () => noon + (ticks += 1) });
  const fast = await openBeside(slow, { clock: () => noon + 5000 + (ticks += 1) });
  const streams = [tally(), tally(), tally(undefined, 'shelf'), tally(undefined, 'shelf')] as const;
  for (let i = 0; i < 60; i += 1) {
    const [one, other] = [streams[i % 4] ?? streams[0], streams[(i * 7 + 1) % 4] ?? streams[1]];
    const definition = toy({
      reads: [one, other],
      decide: (read) => {
        const note = Object.fromEntries(read.map((s) => [streamNameOf(s.ref), s.position]));
        return accept(
          {},
          read.slice(0, 1 + (i % 2)).map((s) => append(s, counted(1, note))),
        );
      },
    });
    await (i % 3 ? slow : fast).execute(definition, sent(), ana);
  }
  const wholes = await Promise.all(streams.map((stream) => slow.readWhole(stream)));
  const events = wholes.flatMap((whole) => whole.events);

  const causesAfterEffects = (sorted: readonly Recorded<Counted>[]) => {
    const seen = new Map<string, number>();
    return sorted.filter(({ metadata, ...event }) => {
      const early = Object.entries(causesOf({ metadata, ...event })).some(
        ([streamName, position]) => (seen.get(streamName) ?? 0) < position,
      );
      seen.set(metadata.streamName, metadata.streamPosition);
      return early;
    });
  };
  const byStamp = events.toSorted(
    ({ metadata: { commit: a } }, { metadata: { commit: b } }) =>
      a.at - b.at || a.id.localeCompare(b.id) || a.index - b.index,
  );
  expect(causesAfterEffects(byStamp)).toEqual([]);
  for (const { events: own } of wholes) {
    expect(byStamp.filter((e) => own.includes(e))).toEqual(own);
  }
  // What recorded times alone would have made of it.
  const byTime = events.toSorted((a, b) =>
    a.metadata.recordedAt.localeCompare(b.metadata.recordedAt),
  );
  expect(causesAfterEffects(byTime).length).toBeGreaterThan(0);
});

test('All events of one write share its id and stamp, and tell their place and how many they are', async () => {
  const store = await openStore({ clock: () => noon });
  const [one, other] = [tally(), tally(undefined, 'shelf')];
  await store.execute(counting(one, other), sent(), ana);
  const commits = await Promise.all(
    [one, other].map(async (ref) => (await store.readWhole(ref)).events[0]?.metadata.commit),
  );
  const shared = { id: commits[0]?.id, at: noon * 1000, size: 2 };
  expect(commits).toEqual([
    { ...shared, index: 0 },
    { ...shared, index: 1 },
  ]);
});

test('A write has an id of its own, also when its sender used the id of a command twice', async () => {
  const store = await openStore();
  const [one, other, command] = [tally(), tally(), sent()];
  await store.execute(counting(one), command, ana);
  await store.execute(counting(other), command, ana);
  const [first, second] = await Promise.all(
    [one, other].map(async (ref) => (await store.readWhole(ref)).events[0]?.metadata),
  );
  expect(first?.commit.id).not.toBe(second?.commit.id);
  expect(first?.causationId).toBe(command.commandId);
  expect(second?.causationId).toBe(command.commandId);
});

test('Commands of one group each have a stamp of their own, in the order they were decided', async () => {
  const store = await openStore({ clock: () => noon });
  const stream = tally();
  await Promise.all(Array.from({ length: 5 }, () => store.execute(counting(stream), sent(), ana)));
  const { events } = await store.readWhole(stream);
  expect(events.map(({ metadata }) => metadata.commit.at - noon * 1000)).toEqual([0, 1, 2, 3, 4]);
});

test("The stamp counts also the home's last commit, and that of streams only looked at", async () => {
  const ahead = await openStore({ clock: () => noon + 5000 });
  const behind = await openBeside(ahead, { clock: () => noon });
  const [looked, home] = [tally(), tally()];
  await ahead.execute(counting(looked), sent(), ana);
  const looking = toy({
    reads: [home, looked],
    decide: ([h]) => accept({}, h ? [append(h, counted(1))] : []),
  });
  await behind.execute(looking, sent(), ana);
  const { events } = await behind.readWhole(home);
  expect(events[0]?.metadata.commit.at).toBe((noon + 5000) * 1000 + 1);
  expect(events[0]?.metadata.recordedAt).toBe('2026-11-20T12:00:00.000Z');
});
