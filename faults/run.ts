import { MongoClient } from 'mongodb';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { streamDefinitions } from '@/domain/stream-definitions';
import { createEventStore } from '@/infrastructure/event-store/create-event-store';
import { openLog } from '@/infrastructure/event-log/open-log';
import { databaseName } from '@/infrastructure/mongodb/database-name';
import { addBenchRoom } from '../bench/our-store';
import { bookingsOf } from '../bench/booking-plan';
import { randomFrom } from '../scripts/seed/random';
import { startApp, type App } from './apps';
import { openForm, sendForm } from './booking-form';
import { bookUntilStopped, type SentBooking } from './booking-load';
import { brokenPromises, laggards, untilLogged } from './checks';
import { faultsOf, letHappen } from './faults';
import { startThreeNodes, type ThreeNodes } from './three-nodes';

const count = 24;
const clients = 8;
const rooms = 4;
const daysEach = 3;

const say = (line: string) => {
  console.log(line);
};

/** Bookings under faults, from start to verdict. Gives what is wrong; nothing when all is well. */
const underFire = async (
  three: ThreeNodes,
  apps: readonly App[],
  seed: number,
): Promise<readonly string[]> => {
  const client = await new MongoClient(three.uri).connect();
  try {
    const options = { client, databaseName: databaseName(), definitions: streamDefinitions };
    const store = await createEventStore(options);
    const paths: string[] = [];
    const untouched: string[] = [];
    for (let i = 0; i < rooms; i += 1) {
      const roomId = await addBenchRoom(store);
      const plan = { roomId, firstDay: 1, days: daysEach + 1, perDay: 1, minutes: 15 };
      const days = bookingsOf(plan).map(({ date }) => `/rooms/${roomId}/${date}`);
      paths.push(...days.slice(0, daysEach));
      untouched.push(...days.slice(daysEach));
    }
    const random = randomFrom(seed);
    const stop = new AbortController();
    const servers = () => apps.filter(({ running }) => running()).map(({ address }) => address);
    const load = { servers, paths, clients, random: randomFrom(seed + 1), stop: stop.signal };
    const booking = bookUntilStopped(load);
    const happened = await letHappen(faultsOf(three, apps, random), count, random, say);
    stop.abort();
    const sent = await booking;
    tell(sent, happened);
    const log = await openLog(client, client.db(databaseName()), store.storage);
    const events = await untilLogged(store, log);
    say(`The log holds all ${events} events.`);
    return [
      ...(await brokenPromises(store, sent)),
      ...(await laggards(log)),
      ...(await notServing(apps, untouched)),
      ...(await notVerified(three.uri)),
    ];
  } finally {
    await client.close();
  }
};

const tell = (sent: readonly SentBooking[], happened: Readonly<Record<string, number>>) => {
  const of = (result: SentBooking['result']) => sent.filter((s) => s.result === result).length;
  const again = sent.filter((booking) => booking.sent > 1).length;
  for (const [name, times] of Object.entries(happened)) say(`${times} times ${name}.`);
  say(
    `${sent.length} bookings were sent: ${of('acknowledged')} acknowledged, ${of('refused')} refused, ` +
      `${of('unknown')} without an answer; ${again} had to be sent more than once.`,
  );
};

/**
 * App servers that cannot book now, or that ended by themselves. Each is sent a slot that is free: on
 * one of these pages, which nobody else has booked on.
 */
const notServing = async (apps: readonly App[], untouched: readonly string[]) => {
  const wrongs: string[] = [];
  for (const [i, { name, address, endedByItself }] of apps.entries()) {
    if (endedByItself() > 0) wrongs.push(`${name} ended by itself ${endedByItself()} times`);
    const form = await openForm(address, untouched[i] ?? '');
    const typed = { date: form.path.slice(-10), from: '09:00', to: '09:15', title: 'Afterwards' };
    const heard = await sendForm(address, form, typed);
    if (heard.result === 'acknowledged') continue;
    const why =
      heard.result === 'refused' ? `a free slot was refused with ${heard.code}` : 'no answer';
    wrongs.push(`${name} does not book: ${why}`);
  }
  return wrongs;
};

const notVerified = async (mongodbUri: string) => {
  const env = { ...process.env, MONGODB_URI: mongodbUri };
  try {
    const verify = ['scripts/run.mjs', 'verify'];
    const { stdout } = await promisify(execFile)(process.execPath, verify, { env });
    say(stdout.trim());
    return [];
  } catch (error) {
    return [`verify: ${error instanceof Error ? error.message : String(error)}`];
  }
};

const [mongod = '', given] = process.argv.slice(2);
const seed = given === undefined ? Date.now() % 1_000_000 : Number(given);
say(`Seed ${seed}: \`npm run faults -- ${seed}\` lets the same faults happen again.`);
const folder = await mkdtemp(join(tmpdir(), 'roomlog-faults-'));
const three = await startThreeNodes(mongod, folder);
const apps: App[] = [];
try {
  for (const name of ['The first app server', 'The second app server']) {
    apps.push(await startApp(name, three.uri));
  }
  const wrongs = await underFire(three, apps, seed);
  for (const wrong of wrongs) say(`WRONG: ${wrong}`);
  say(
    wrongs.length === 0
      ? 'Nothing was lost, doubled or left half done.'
      : `${wrongs.length} wrongs`,
  );
  process.exitCode = wrongs.length === 0 ? 0 : 1;
} finally {
  for (const app of apps) await app.stop();
  await three.stop();
  await rm(folder, { recursive: true, force: true });
}
