import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { machineOf } from './machine';
import { barText, holds, type Measured, type Measurement } from './measurement';
import { entryShape } from './measurements/entry-shape';
import { hashChain } from './measurements/hash-chain';
import { hotDay } from './measurements/hot-day';
import { liveUpdate } from './measurements/live-update';
import { logLag } from './measurements/log-lag';
import { logRead } from './measurements/log-read';
import { manyClients } from './measurements/many-clients';
import { oneClient } from './measurements/one-client';
import { oneStream } from './measurements/one-stream';
import { pages } from './measurements/pages';
import { replayMemory } from './measurements/replay-memory';
import { streamLength } from './measurements/stream-length';
import { tableOf } from './table';

/** In the order of the table. */
const measurements: readonly Measurement[] = [
  oneClient,
  manyClients,
  hotDay,
  oneStream,
  streamLength,
  hashChain,
  entryShape,
  logRead,
  logLag,
  replayMemory,
  pages,
  liveUpdate,
];

const cleanUps: (() => Promise<void>)[] = [];
let ending: Promise<void> | undefined;

/** Stops what was started, once, whoever asks for it and how often. */
const end = (): Promise<void> => {
  ending ??= (async () => {
    for (let next = cleanUps.pop(); next; next = cleanUps.pop()) await next();
  })();
  return ending;
};

const isEnding = () => ending !== undefined;

/**
 * `npm run bench` measures everything, `npm run bench -- hot-day one-stream` those by name. Prints a
 * table and writes bench/results.json. Ends with 1 when something could not be measured; a bar that
 * is missed is said in the table.
 */
const main = async (mongodbUri: string, names: readonly string[]): Promise<void> => {
  const unknown = names.filter((name) => !measurements.some((m) => m.name === name));
  if (unknown.length > 0) {
    const known = measurements.map(({ name }) => name).join(', ');
    throw new Error(`There is no ${unknown.join(', ')}; choose among ${known}.`);
  }
  const client = await new MongoClient(mongodbUri).connect();
  cleanUps.push(() => client.close());
  const say = (line: string) => {
    console.log(line);
  };
  const bench = {
    client,
    mongodbUri,
    say,
    atEnd: (work: () => Promise<void>) => void cleanUps.push(work),
  };
  const machine = await machineOf(client);
  const all: Measured[] = [];
  for (const { name, run } of measurements) {
    if (isEnding()) break;
    if (names.length > 0 && !names.includes(name)) continue;
    say(`Measuring ${name} …`);
    try {
      all.push(...(await run(bench)));
    } catch (error) {
      if (isEnding()) break;
      process.exitCode = 1;
      console.error(`${name} could not be measured:`, error);
    }
  }
  say(`\n${machine}\n\n${tableOf(all)}\n`);
  await writeFile(join(import.meta.dirname, 'results.json'), `${resultsOf(all)}\n`);
};

const resultsOf = (all: readonly Measured[]) =>
  JSON.stringify(
    all.map((measured) => ({
      name: measured.name,
      ratio: Number(measured.ratio.toFixed(3)),
      bar: barText(measured.bar) || null,
      holds: holds(measured) ?? null,
    })),
    null,
    2,
  );

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void end().finally(() => process.exit(130)));
}
const { MONGODB_URI } = process.env;
if (!MONGODB_URI) throw new Error('MONGODB_URI is not set; start this by `npm run bench`.');
try {
  await main(MONGODB_URI, process.argv.slice(2));
} finally {
  await end();
}
