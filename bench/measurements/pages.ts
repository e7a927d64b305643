import { bookRoom } from '@/domain/commands/book-room';
import { databaseName } from '@/infrastructure/mongodb/database-name';
import { demoMembers } from '@/infrastructure/members';
import { bookingsOf } from '../booking-plan';
import { startBuiltApp } from '../built-app';
import { compare, interleave } from '../interleave';
import { loadPage } from '../load-page';
import type { Bench, Measured, Measurement } from '../measurement';
import { addBenchRoom, openOurs } from '../our-store';

const bookingsOnTheDay = 8;
const rounds = 7;
const warmUps = 3;

/**
 * A room's day (8 reservations: schedule, timeline, booking form) against the barest page the same
 * server renders: the answer to an address that names nothing, which has the frame of every page
 * and reads nothing from the database.
 */
export const pages: Measurement = {
  name: 'pages',
  run: async (bench: Bench): Promise<readonly Measured[]> => {
    const path = await bookedDay(bench);
    const address = await startBuiltApp(bench);
    const cookie = `member=${demoMembers[0]?.id ?? ''}`;
    const p95 = { page: [] as number[], bare: [] as number[] };
    const load = (which: 'page' | 'bare', url: string, status: number) => async () => {
      const loaded = await loadPage(url, status, cookie);
      p95[which].push(loaded.p95);
      return loaded.requestsPerSecond;
    };
    const { page, bare } = await interleave(
      {
        page: load('page', `${address}${path}`, 200),
        bare: load('bare', `${address}/no/such/page`, 404),
      },
      { rounds, warmUps, seconds: 40 },
    );
    const name = 'Page of a room-day with 8 reservations, against a page that reads nothing';
    const [ofPage, ofBare] = [p95.page.slice(warmUps), p95.bare.slice(warmUps)];
    return [
      { name: `${name}: requests`, unit: '/s', ...compare(page, bare) },
      { name: `${name}: p95`, unit: 'ms', ...compare(ofPage, ofBare) },
    ];
  },
};

/** Books a day in the database of the app. Gives the path of its page. */
const bookedDay = async (bench: Bench): Promise<string> => {
  const store = await openOurs(bench, databaseName());
  const roomId = await addBenchRoom(store);
  const plan = { roomId, firstDay: 1, days: 1, perDay: bookingsOnTheDay, minutes: 60 };
  const bookings = bookingsOf(plan);
  for (const [i, { command }] of bookings.entries()) {
    const actor = demoMembers[i % demoMembers.length];
    if (!actor) throw new Error('There are no members');
    const title = await store.sealing.seal(actor.id, `Meeting ${i + 1}`);
    const outcome = await store.execute(bookRoom, { ...command, title }, { actor });
    if (outcome.status === 'refused') throw new Error(`Refused: ${outcome.refusal.code}`);
  }
  return `/rooms/${roomId}/${bookings[0]?.date ?? ''}`;
};
