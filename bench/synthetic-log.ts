import { v7 as uuidv7 } from 'uuid';
import type { RoomReserved } from '@/domain/reservation/reservation';
import { roomDayStream, type SlotHeld } from '@/domain/room-day/room-day';
import { RoomId } from '@/domain/shared/ids';
import type { DomainEvent, Recorded } from '@/domain/shared/stream';
import { nextEntries, noEntries } from '@/infrastructure/event-log/next-entries';
import { openLog, type EventLog } from '@/infrastructure/event-log/open-log';
import { chained } from '@/infrastructure/event-store/hash-chain';
import { bookingsOf, member, type Booking } from './booking-plan';
import type { Bench } from './measurement';
import { openOurs } from './our-store';

const rooms = 20;
const perDay = 50;
const insertedAtOnce = 5000;

/**
 * A log of so many entries, as bookings leave them: RoomReserved and SlotHeld in turn. It is written
 * at once instead of through the sequencer, which would take minutes; entries and chain are the same.
 */
export const syntheticLog = async (
  bench: Bench,
  databaseName: string,
  size: number,
): Promise<EventLog> => {
  const store = await openOurs(bench, databaseName);
  const log = await openLog(bench.client, bench.client.db(databaseName), store.storage);
  let end = noEntries;
  const bookings = plannedBookings(size / 2);
  for (let from = 0; from < bookings.length; from += insertedAtOnce / 2) {
    const events = bookings.slice(from, from + insertedAtOnce / 2).flatMap(eventsOf);
    const next = nextEntries(events, end);
    await log.entries.insertMany([...next.entries]);
    ({ end } = next);
  }
  await log.states.insertOne({
    _id: 'log',
    generation: uuidv7(),
    ...end,
    resumeToken: null,
    resumeTime: null,
    fence: 0,
    recoveries: [],
  });
  return log;
};

const plannedBookings = (count: number): readonly Booking[] => {
  const days = Math.ceil(count / rooms / perDay);
  const all = Array.from({ length: rooms }, () =>
    bookingsOf({ roomId: RoomId.of(uuidv7()), firstDay: 1, days, perDay, minutes: 15 }),
  );
  return all.flat().slice(0, count);
};

const eventsOf = ({ command, slot, date }: Booking): readonly Recorded[] => {
  const { reservationId, roomId, title } = command;
  const granted = { roomId, slot, heldUntil: slot.end, roomPosition: 1 };
  const reserved: RoomReserved = {
    type: 'RoomReserved',
    data: { reservationId, memberId: member.id, granted, title },
  };
  const piece = { start: slot.start, end: slot.end };
  const held: SlotHeld = { type: 'SlotHeld', data: { reservationId, memberId: member.id, piece } };
  return [
    recorded(reserved, `reservation:${reservationId}`, 1, 0),
    // Of each day only the names matter here: every booking counts as the day's next event.
    recorded(held, `room_day:${roomDayStream(roomId, date).id}/${reservationId}`, 1, 1),
  ];
};

const recorded = (event: DomainEvent, streamName: string, streamPosition: number, index: number) =>
  chained(
    {
      ...event,
      metadata: {
        messageId: uuidv7(),
        streamName,
        streamPosition,
        recordedAt: new Date().toISOString(),
        actor: member,
        correlationId: streamName,
        causationId: streamName,
        schemaVersion: 1,
        commit: { id: streamName, at: Date.now() * 1000, index, size: 2 },
      },
    } as Recorded,
    null,
  );
