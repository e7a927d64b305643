import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../scripts/seed/random';
import { openForm, sendForm, type Sent } from './booking-form';

/** A booking that was sent, and the last that was heard of it. */
export type SentBooking = {
  readonly reservationId: string;
  readonly path: string;
  readonly from: string;
  /** `unknown`: nobody said, however often it was sent. */
  readonly result: 'acknowledged' | 'refused' | 'unknown';
  readonly code?: string;
  /** How often it was sent. */
  readonly sent: number;
};

/** Who books where, as long as the signal lets them. */
export type Load = {
  /** Addresses of the app servers; of one that was started again the new one. */
  readonly servers: () => readonly string[];
  /** Pages of rooms' days. */
  readonly paths: readonly string[];
  readonly clients: number;
  readonly random: Random;
  readonly stop: AbortSignal;
};

const minutes = 15;
const slotsADay = (24 * 60) / minutes;
const mostTries = 40;
const betweenTriesMs = 500;

/** Lets clients book one slot after another until they are told to stop. Gives all that was sent. */
export const bookUntilStopped = async (load: Load): Promise<readonly SentBooking[]> => {
  const sent: SentBooking[] = [];
  const client = async () => {
    while (!load.stop.aborted) {
      const booking = await bookOne(load).catch(() => undefined);
      if (booking) sent.push(booking);
      else await pause(betweenTriesMs);
    }
  };
  await Promise.all(Array.from({ length: load.clients }, client));
  return sent;
};

/** Books one slot; sends it again, to whichever server, while it is not known what came of it. */
const bookOne = async ({ servers, paths, random }: Load): Promise<SentBooking> => {
  const path = random.pick(paths);
  const form = await openForm(random.pick(servers()), path);
  const slot = random.whole(0, slotsADay - 1);
  const [from, to] = [timeAt(slot * minutes), timeAt((slot + 1) * minutes)];
  const typed = { date: path.slice(-'yyyy-mm-dd'.length), from, to, title: 'Under fire' };
  const { reservationId } = form;
  let heard: Sent = { result: 'again' };
  let times = 0;
  while (heard.result === 'again' && times < mostTries) {
    if (times > 0) await pause(betweenTriesMs);
    heard = await sendForm(random.pick(servers()), form, typed);
    times += 1;
  }
  const known = { reservationId, path, from, sent: times };
  if (heard.result === 'again') return { ...known, result: 'unknown' };
  return { ...known, ...heard };
};

const timeAt = (minute: number) => {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
};
