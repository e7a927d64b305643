import { roomStream } from '@/domain/room/room';
import { compare, interleave } from '../interleave';
import { changeRules, lengthen, rulesOf } from '../long-room';
import type { Bar, Bench, Measured, Measurement } from '../measurement';
import { addBenchRoom, openOurs } from '../our-store';
import { median, timed } from '../statistics';

const shortest = 10;
const longer = [100, 1000] as const;
const timesARound = 20;
/** What counts as flat for up to 100 times the events: MongoDB still takes the document from its cache. */
const flat: Bar = { atMost: 1.5 };

/** What a stream's length costs: loading its state, and the whole command with its append. */
export const streamLength: Measurement = {
  name: 'stream-length',
  run: async (bench: Bench): Promise<readonly Measured[]> => {
    const store = await openOurs(bench, 'bench_length');
    const rooms = new Map<number, Awaited<ReturnType<typeof addBenchRoom>>>();
    for (const length of [shortest, ...longer]) {
      const roomId = await addBenchRoom(store);
      await lengthen(store, roomId, length);
      rooms.set(length, roomId);
    }
    const roomOf = (length: number) => {
      const roomId = rooms.get(length);
      if (!roomId) throw new Error(`There is no room with ${length} events`);
      return roomId;
    };
    const load = (length: number) => () =>
      medianOf(() => store.readStates([roomStream(roomOf(length))]));
    let change = 0;
    const command = (length: number) => () =>
      medianOf(() => changeRules(store, roomOf(length), rulesOf((change += 1))));
    return [
      ...(await against('Load the state', load, flat)),
      ...(await against('Whole command', command)),
    ];
  },
};

type OnLength = (length: number) => () => Promise<number>;

const against = async (what: string, on: OnLength, bar?: Bar): Promise<readonly Measured[]> => {
  const figures = await interleave(
    { shortest: on(shortest), '100': on(longer[0]), '1000': on(longer[1]) },
    { rounds: 15, warmUps: 3, seconds: 10 },
  );
  return longer.map((length) => ({
    name: `${what}, ${length} events in the stream, against ${shortest}`,
    unit: 'ms',
    ...compare(figures[`${length}`], figures.shortest),
    ...(bar && { bar }),
  }));
};

const medianOf = async (work: () => Promise<unknown>) => {
  const times: number[] = [];
  for (let i = 0; i < timesARound; i += 1) times.push(await timed(work));
  return median(times);
};
