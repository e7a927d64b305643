import { roomStream } from '@/domain/room/room';
import type { RoomId } from '@/domain/shared/ids';
import type { RoomlogEventStore } from '@/infrastructure/event-store/create-event-store';
import { compare, interleave } from '../interleave';
import { changeRules, changesOfRules, lengthen, rulesOf } from '../long-room';
import type { Bar, Bench, Measured, Measurement } from '../measurement';
import { addBenchRoom, openOurs } from '../our-store';
import { median, timed } from '../statistics';
import { openStockEmmett, type StockEmmett } from '../stock-emmett';

/** How many events the stream has, how many commands a round sends, and what is promised. */
const lengths: readonly { length: number; commands: number; bar: Bar }[] = [
  { length: 10, commands: 20, bar: { atLeast: 1 } },
  { length: 1000, commands: 12, bar: { atLeast: 2 } },
  { length: 10_000, commands: 4, bar: { atLeast: 3.5 } },
];

/** A command on one stream: ours against stock Emmett's CommandHandler, how many times faster. */
export const oneStream: Measurement = {
  name: 'one-stream',
  run: async (bench: Bench): Promise<readonly Measured[]> => {
    const store = await openOurs(bench, 'bench_stream_ours');
    const stock = openStockEmmett(bench, 'bench_stream_stock');
    const measured: Measured[] = [];
    for (const { length, commands, bar } of lengths) {
      const roomId = await roomInBoth(store, stock, length);
      const aRound = (change: (n: number) => Promise<void>) => async (round: number) => {
        const times: number[] = [];
        for (let i = 0; i < commands; i += 1) {
          times.push(await timed(() => change(length + round * commands + i)));
        }
        return median(times);
      };
      const { ours, other } = await interleave(
        {
          ours: aRound((n) => changeRules(store, roomId, rulesOf(n))),
          other: aRound((n) => stock.changeRules(roomId, rulesOf(n))),
        },
        { rounds: 15, warmUps: 3, seconds: 15 },
      );
      const { ratio, ...figures } = compare(ours, other);
      const name = `Command on a stream of ${length} events, against stock Emmett: times faster`;
      measured.push({ name, unit: 'ms', ...figures, ratio: 1 / ratio, bar });
    }
    return measured;
  },
};

/** A room with the same events in both stores. */
const roomInBoth = async (
  store: RoomlogEventStore,
  stock: StockEmmett,
  length: number,
): Promise<RoomId> => {
  const roomId = await addBenchRoom(store);
  const [{ type, data } = {}] = (await store.readWhole(roomStream(roomId))).events;
  if (type !== 'RoomAdded') throw new Error('A room begins with RoomAdded');
  await lengthen(store, roomId, length);
  await stock.append(roomId, [{ type, data } as never, ...changesOfRules(length - 1)]);
  return roomId;
};
