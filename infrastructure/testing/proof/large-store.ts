import { v7 as uuidv7 } from 'uuid';
import type { RoomReserved } from '@/domain/reservation/reservation';
import { reservationStream } from '@/domain/reservation/reservation';
import { roomDayStream, type SlotHeld } from '@/domain/room-day/room-day';
import { plusDays } from '@/domain/shared/days';
import { CommandId, ReservationId, type RoomId } from '@/domain/shared/ids';
import { plusMinutes } from '@/domain/shared/instants';
import type { Instant, LocalDate, LocalDateTime, TimeZone } from '@/domain/shared/time';
import { ana, roomNumber, sealed } from '@/domain/testing/people';
import { appendEvents, type StreamAppend } from '@/infrastructure/event-store/append-to-stream';
import type { OpenStore } from '../event-store/toy-store';

const utc = 'UTC' as TimeZone;
const bookingsADay = 40;

/**
 * Writes so many events: days of ten rooms, full of reservations of a quarter of an hour, each day at
 * once. They are appended without being decided, so rooms are missing; everything else is as it should be.
 */
export const writeManyDays = async (store: OpenStore, events: number): Promise<void> => {
  const days = events / (2 * bookingsADay);
  const tasks = Array.from({ length: days }, (_, i) => i);
  const worker = async () => {
    for (let i = tasks.pop(); i !== undefined; i = tasks.pop()) {
      const date = plusDays('2026-01-01' as LocalDate, Math.floor(i / 10));
      const appends = dayOf(roomNumber(i % 10), date);
      const commandId = CommandId.of(uuidv7());
      const command = { type: 'AppendEvents', commandId, appends } as const;
      await store.execute(appendEvents, command, { actor: ana });
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
};

const dayOf = (roomId: RoomId, date: LocalDate): readonly StreamAppend[] => {
  const midnight = `${date}T00:00:00.000Z` as Instant;
  const day = { start: midnight, end: plusMinutes(midnight, 1440) };
  const booked = Array.from({ length: bookingsADay }, (_, i) =>
    booking(roomId, plusMinutes(midnight, i * 15)),
  );
  const holds = booked.map(({ data }, i): SlotHeld => {
    const { reservationId, memberId, granted } = data;
    const piece = { start: granted.slot.start, end: granted.heldUntil };
    return {
      type: 'SlotHeld',
      data: { reservationId, memberId, piece, ...(i === 0 && { opens: day }) },
    };
  });
  return [
    ...booked.map((event) => ({
      stream: reservationStream(event.data.reservationId),
      events: [event],
      expected: 0,
    })),
    { stream: roomDayStream(roomId, date), events: holds, expected: 0 },
  ];
};

const booking = (roomId: RoomId, start: Instant): RoomReserved => {
  const end = plusMinutes(start, 15);
  const wall = (at: Instant) => at.slice(0, 16) as LocalDateTime;
  const offsets = { startOffset: '+00:00', endOffset: '+00:00', timeZone: utc };
  const slot = { start, end, startsAt: wall(start), endsAt: wall(end), ...offsets };
  const granted = { roomId, slot, heldUntil: end, roomPosition: 1 };
  const reservationId = ReservationId.of(uuidv7());
  const title = sealed('x'.repeat(60));
  return { type: 'RoomReserved', data: { reservationId, memberId: ana.id, granted, title } };
};
