import { setTimeout as pause } from 'node:timers/promises';
import { reservationStream } from '@/domain/reservation/reservation';
import { ReservationId } from '@/domain/shared/ids';
import type { RoomlogEventStore } from '@/infrastructure/event-store/create-event-store';
import { logState, type EventLog } from '@/infrastructure/event-log/open-log';
import type { Checkpoint } from '@/infrastructure/event-log/subscription';
import type { SentBooking } from './booking-load';

/**
 * What is not as it was acknowledged: a booking that was answered with yes is there, once; one that
 * was refused holds nothing; of one that nobody knows of, all is there or nothing.
 */
export const brokenPromises = async (
  store: RoomlogEventStore,
  sent: readonly SentBooking[],
): Promise<readonly string[]> => {
  const wrongs: string[] = [];
  for (const { reservationId, result, code } of sent) {
    const { events, state } = await store.readWhole(
      reservationStream(ReservationId.of(reservationId)),
    );
    const reserved = events.filter(({ type }) => type === 'RoomReserved').length;
    const is = `${reservationId} is ${state.status} by ${events.length} events`;
    if (result === 'acknowledged' && (state.status !== 'reserved' || reserved !== 1)) {
      wrongs.push(`${is}, but was acknowledged`);
    }
    if (result === 'refused' && reserved > 0) wrongs.push(`${is}, but was refused with ${code}`);
    if (events.length > 1) wrongs.push(`${is}, but was sent as one wish`);
  }
  return wrongs;
};

const patienceMs = 30_000;

/** Waits until the log holds as many events as the streams do; gives how many, or throws. */
export const untilLogged = async (store: RoomlogEventStore, log: EventLog): Promise<number> => {
  const late = Date.now() + patienceMs;
  for (;;) {
    let events = 0;
    for (const collection of store.storage.collections) {
      const [sum] = await collection
        .aggregate<{ all: number }>([
          { $group: { _id: null, all: { $sum: '$metadata.streamPosition' } } },
        ])
        .toArray();
      events += sum?.all ?? 0;
    }
    const logged = (await logState(log))?.position ?? 0;
    if (logged === events) return events;
    if (Date.now() > late) throw new Error(`The log holds ${logged} of ${events} events`);
    await pause(200);
  }
};

/** Subscriptions that have not caught up with the log in half a minute. */
export const laggards = async (log: EventLog): Promise<readonly string[]> => {
  const late = Date.now() + patienceMs;
  for (;;) {
    const head = (await logState(log))?.position ?? 0;
    const all = await log.db.collection<Checkpoint>('subscriptions').find().toArray();
    const behind = all.filter(({ position, status }) => position < head || status !== 'running');
    if (all.length > 0 && behind.length === 0) return [];
    if (Date.now() > late)
      return behind.map(({ _id, position }) => `${_id} is at ${position} of ${head}`);
    await pause(200);
  }
};
