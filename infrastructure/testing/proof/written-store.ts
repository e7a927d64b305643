import { v7 as uuidv7 } from 'uuid';
import { changeReservationDetails } from '@/domain/commands/change-reservation-details';
import { reservationStream } from '@/domain/reservation/reservation';
import { roomDayStream } from '@/domain/room-day/room-day';
import { roomStream } from '@/domain/room/room';
import { CommandId, type ReservationId } from '@/domain/shared/ids';
import type { StreamRef } from '@/domain/shared/stream';
import type { LocalDate } from '@/domain/shared/time';
import { rewording } from '@/domain/testing/commands';
import { ana } from '@/domain/testing/people';
import { wish } from '@/domain/testing/wall';
import { streamNameOf } from '@/infrastructure/event-store/stream-document';
import { logOf, logOnce, startSequencer } from '../event-log/logs';
import {
  book,
  cancel,
  close,
  move,
  newReservationId,
  newRoom,
  ofRooms,
  restore,
  retire,
} from '../event-store/rooms';
import { openStore, type OpenStore } from '../event-store/toy-store';

/** Every event there is in a store. */
export const eventsIn = async ({ storage }: OpenStore): Promise<number> => {
  let events = 0;
  for (const collection of storage.collections) {
    for await (const { messages } of collection.find()) events += messages.length;
  }
  return events;
};

/** Brings the log of a store up to date; nobody writes it afterwards. */
export const logWritten = async (store: OpenStore) => {
  const log = await logOf(store);
  const sequencing = await startSequencer(log);
  await logOnce(log, await eventsIn(store));
  await sequencing.stop();
  return log;
};

/** Gives a reservation of Ana's another title. */
export const reword = async (
  store: OpenStore,
  reservationId: ReservationId,
  text = 'Interview',
) => {
  const title = await store.sealing.seal(ana.id, text);
  const told = { ...rewording({ title }), commandId: CommandId.of(uuidv7()), reservationId };
  return store.execute(changeReservationDetails, told, { actor: ana });
};

/**
 * A store with its log, in which everything was done that is done to rooms and reservations: moves,
 * cancellings, restorings, closings, retirings, refusals, nights over midnight and over a change of
 * the clock. Nobody writes to it any more.
 */
export const writtenStore = async () => {
  const store = await openStore(ofRooms);
  const rules = { bufferMinutes: 15, longestMinutes: 3 * 1440 };
  const room = await newRoom(store, rules);
  const [other, retired] = [await newRoom(store), await newRoom(store, rules)];
  const [moved, night, restored, closedOut] = Array.from({ length: 4 }, newReservationId) as [
    ReservationId,
    ReservationId,
    ReservationId,
    ReservationId,
  ];
  await book(store, room, wish('2026-11-24T09:00', '10:00'), moved);
  await move(store, moved, room, wish('2026-11-24T09:30', '11:00'));
  await move(store, moved, other, wish('2026-11-24T09:30', '11:00'));
  await reword(store, moved);
  await book(store, room, wish('2026-11-24T22:00', '2026-11-26T03:00'), night);
  await book(store, room, wish('2027-03-28T00:30', '2027-03-28T04:00'));
  await book(store, room, wish('2026-11-24T12:00', '13:00'), restored);
  await cancel(store, restored);
  await restore(store, restored);
  // Ends where the next begins, buffer and all.
  await book(store, room, wish('2026-11-24T13:15', '14:00'));
  await book(store, room, wish('2026-11-24T13:30', '14:00'));
  await book(store, room, wish('2026-12-01T09:00', '10:00'), closedOut);
  await close(store, room, wish('2026-12-01T08:00', '12:00'), true);
  await book(store, retired, wish('2026-12-03T23:00', '2026-12-04T01:00'));
  await retire(store, retired, true);
  const log = await logWritten(store);
  const dayOf = (date: string) => roomDayStream(room, date as LocalDate);
  return {
    store,
    log,
    room: roomStream(room),
    day: dayOf('2026-11-24'),
    nextDay: dayOf('2026-11-25'),
    moved: reservationStream(moved),
    night: reservationStream(night),
    restored: reservationStream(restored),
  };
};

/** The name of a stream as MongoDB finds it. */
export const named = (ref: StreamRef) => ({ streamName: streamNameOf(ref) });
