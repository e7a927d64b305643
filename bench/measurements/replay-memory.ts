import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { logState } from '@/infrastructure/event-log/open-log';
import { replayLog } from '@/infrastructure/event-log/read-log';
import type { Bench, Measured, Measurement } from '../measurement';
import { syntheticLog } from '../synthetic-log';

const size = 100_000;
const lookEvery = 2000;
const mebibyte = 2 ** 20;

/** How much memory a replay of 100,000 events keeps: the most that is live at once, against its end. */
export const replayMemory: Measurement = {
  name: 'replay-memory',
  run: async (bench: Bench): Promise<readonly Measured[]> => {
    const log = await syntheticLog(bench, 'bench_replay', size);
    const { generation } = (await logState(log)) ?? { generation: '' };
    const before = live();
    const kept: number[] = [];
    let read = 0;
    for await (const { event } of replayLog(log, {}, { generation, position: 0 })) {
      if (event.type !== '') read += 1;
      if (read % lookEvery === 0) kept.push(live() - before);
    }
    if (read !== size) throw new Error(`${read} of ${size} events were replayed`);
    const half = kept.length / 2;
    const [first, second] = [Math.max(...kept.slice(0, half)), Math.max(...kept.slice(half))];
    return [
      {
        name: `Memory that a replay of ${size} events keeps, second half against first`,
        unit: 'MiB',
        ours: second / mebibyte,
        other: first / mebibyte,
        ratio: second / first,
        bar: { atMost: 1.5 },
      },
    ];
  },
};

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes in use after garbage was collected. */
const live = () => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};
