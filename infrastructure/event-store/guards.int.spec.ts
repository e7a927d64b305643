import { beforeAll, describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { accept, append } from '@/domain/shared/command';
import { meanwhile, startProxy, type Proxy } from '../testing/event-store/proxy';
import {
  ana,
  ben,
  counting,
  sent,
  toy,
  type ToyDefinition,
} from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { counted, tallies, tally, type TallyRef } from '../testing/event-store/toy-streams';
import { testMongodbUri } from '../testing/test-mongodb';

let store: OpenStore;
let elsewhere: OpenStore;
let proxy: Proxy;
beforeAll(async () => {
  elsewhere = await openStore();
  proxy = await startProxy(testMongodbUri());
  store = await openBeside(elsewhere, { uri: proxy.uri });
});

const refusal = { code: 'NOTHING_CHANGED' } as const;

/** Like a booking that opens a day: grows `target` as long as `watched` was counted less than twice. */
const whileOpen = (target: TallyRef, watched: TallyRef, seen: number[] = []): ToyDefinition =>
  toy({
    reads: [target, watched],
    decide: ([t, w]) => {
      if (!t || !w) return refusal;
      seen.push(w.state.sum);
      if (w.state.sum > 1) return refusal;
      return accept({ sums: [t.state.sum + 1] }, [append(t, counted(1))], [watched]);
    },
  });

/** Like a closing: grows `room` as long as no stream of the range was counted more than once. */
const closing = (room: TallyRef, days: ReturnType<typeof tallies>, seen: number[] = []) =>
  toy({
    reads: [room],
    range: days,
    decide: ([r], found) => {
      const sum = found.reduce((total, { state }) => total + state.sum, 0);
      seen.push(sum);
      if (!r || sum > found.length) return refusal;
      return accept({}, [append(r, counted(1))], [days]);
    },
  });

const counted1 = async (...streams: readonly TallyRef[]) => {
  for (const stream of streams) await elsewhere.execute(counting(stream), sent(), ben);
};

describe('A guard on one stream', () => {
  test('makes a command decide again when the stream grew after it was read', async () => {
    const [target, watched] = [tally(), tally()];
    await counted1(watched);
    const seen: number[] = [];
    meanwhile(proxy, 'insert', () => counted1(watched));
    const outcome = await store.execute(whileOpen(target, watched, seen), sent(), ana);
    expect(outcome).toMatchObject({ status: 'refused', refusal });
    expect(seen).toEqual([1, 2]);
    expect(await store.readWhole(target)).toMatchObject({ exists: false });
  });

  test('makes who appends to the stream decide again when the guarding command was first', async () => {
    const [target, watched] = [tally(), tally()];
    await counted1(watched);
    const seen: number[] = [];
    const appending = toy({
      reads: [watched, target],
      decide: ([w, t]) => {
        seen.push(t?.state.sum ?? NaN);
        return accept({}, w ? [append(w, counted(1))] : []);
      },
    });
    meanwhile(proxy, 'update', () => elsewhere.execute(whileOpen(target, watched), sent(), ben));
    expect(await store.execute(appending, sent(), ana)).toMatchObject({ status: 'accepted' });
    expect(seen).toEqual([0, 1]);
  });

  test('appends no event and moves no position; it only counts in the metadata', async () => {
    const [target, watched] = [tally(), tally()];
    await counted1(watched);
    const before = await store.readWhole(watched);
    const two = [target, tally()].map((t) => store.execute(whileOpen(t, watched), sent(), ana));
    await Promise.all(two);
    await store.execute(whileOpen(target, watched), sent(), ana);
    expect(await store.readWhole(watched)).toEqual(before);
    const document = await store
      .collectionOf('tally')
      .findOne({ streamName: `tally:${watched.id}` });
    expect(document?.metadata.guards).toBe(2);
  });

  test('is no hindrance where the same group grows the stream as well', async () => {
    const [target, watched] = [tally(), tally()];
    await counted1(watched);
    const outcomes = await Promise.all([
      store.execute(whileOpen(target, watched), sent(), ana),
      store.execute(counting(watched), sent(), ana),
      store.execute(whileOpen(tally(), watched), sent(), ana),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'refused']);
  });
});

describe('A guard on a range of streams', () => {
  const range = () => {
    const room = uuidv7();
    const [first, second] = [tally(`${room}_2026-11-01`), tally(`${room}_2026-11-02`)];
    return { room: tally(room), first, second, days: tallies(first.id, `${room}_2026-11-30`) };
  };

  test('makes a command decide again when any of them grew after it was read', async () => {
    const { room, first, second, days } = range();
    await counted1(room, first, second);
    const seen: number[] = [];
    meanwhile(proxy, 'update', () => counted1(second));
    const outcome = await store.execute(closing(room, days, seen), sent(), ana);
    expect(outcome).toMatchObject({ status: 'refused', refusal });
    expect(seen).toEqual([2, 3]);
  });

  test('makes who appends to any of them decide again when the guarding command was first', async () => {
    const { room, first, second, days } = range();
    await counted1(room, first, second);
    const seen: number[] = [];
    const booking = toy({
      reads: [second, room],
      decide: ([day, r]) => {
        seen.push(r?.state.sum ?? NaN);
        return accept({}, day ? [append(day, counted(1))] : []);
      },
    });
    meanwhile(proxy, 'update', () => elsewhere.execute(closing(room, days), sent(), ben));
    expect(await store.execute(booking, sent(), ana)).toMatchObject({ status: 'accepted' });
    expect(seen).toEqual([1, 2]);
  });

  test('and one on the room by who opens a new day there, together let no new day slip in between', async () => {
    const { room, first, second, days } = range();
    await counted1(room, first);
    const seen: number[] = [];
    meanwhile(proxy, 'update', () => elsewhere.execute(whileOpen(second, room), sent(), ben));
    expect(await store.execute(closing(room, days, seen), sent(), ana)).toMatchObject({
      status: 'accepted',
    });
    expect(seen).toEqual([1, 2]);
  });

  test('covers the streams that the same group makes, and who guards it has seen them', async () => {
    const { room, first, second, days } = range();
    await counted1(room, first);
    const seen: number[] = [];
    const outcomes = await Promise.all([
      store.execute(whileOpen(second, room), sent(), ana),
      store.execute(closing(room, days, seen), sent(), ana),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
    expect(seen).toEqual([2]);
  });
});

describe('A guard that would protect nothing is a mistake in the program: it throws', () => {
  const guarding = (guard: TallyRef | ReturnType<typeof tallies>, ...reads: TallyRef[]) => {
    const home = tally();
    const definition = toy({
      reads: [home, ...reads],
      decide: ([h]) => accept({}, h ? [append(h, counted(1))] : [], [guard]),
    });
    return store.execute(definition, sent(), ana);
  };

  test('on a stream that does not exist', async () => {
    const absent = tally();
    await expect(guarding(absent, absent)).rejects.toThrow(/nothing to guard/);
  });

  test('on a stream or a range the command has not read', async () => {
    const unread = tally();
    await counted1(unread);
    await expect(guarding(unread)).rejects.toThrow(/never read/);
    await expect(guarding(tallies('a', 'b'))).rejects.toThrow(/never read/);
  });
});
