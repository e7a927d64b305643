import { MongoClient } from 'mongodb';
import { streamDefinitions } from '@/domain/stream-definitions';
import { createEventStore } from '@/infrastructure/event-store/create-event-store';
import { databaseName } from '@/infrastructure/mongodb/database-name';
import type { Step } from './seed/step';
import { story } from './seed/story';

const openStore = (client: MongoClient, clock: () => number) =>
  createEventStore({ client, databaseName: databaseName(), definitions: streamDefinitions, clock });

/**
 * Sends the commands of one room, each at its time under a clock of its own; gives how many were
 * refused. Rooms do not touch each other, so they are told side by side.
 */
const tell = async (client: MongoClient, steps: readonly Step[], sent: () => void) => {
  let now = 0;
  const store = await openStore(client, () => now);
  let refused = 0;
  for (const { at, actor, definition, command } of steps) {
    now = at;
    const outcome = await store.execute(definition, await command(store.sealing.seal), { actor });
    if (outcome.status === 'refused') refused += 1;
    sent();
  }
  await store.close();
  return refused;
};

/** Fills an empty database with the demo by sending the real commands; one with rooms is left alone. */
const seed = async (mongodbUri: string) => {
  const client = await new MongoClient(mongodbUri).connect();
  try {
    const store = await openStore(client, Date.now);
    if (await store.collectionOf('room').findOne({})) {
      console.log('The database holds rooms already; the demo is for an empty one.');
      return;
    }
    const rooms = story(Date.now());
    const all = rooms.flat().length;
    let done = 0;
    const sent = () => {
      done += 1;
      if (done % 200 === 0) console.log(`  ${done} of ${all} commands`);
    };
    const refused = await Promise.all(rooms.map((steps) => tell(client, steps, sent)));
    const sum = refused.reduce((total, count) => total + count, 0);
    console.log(`  ${all} commands sent, ${sum} of them refused.`);
  } finally {
    await client.close();
  }
};

const uri = process.env.MONGODB_URI;
if (!uri) throw new Error('MONGODB_URI is not set; `npm run seed` sets it.');
await seed(uri);
