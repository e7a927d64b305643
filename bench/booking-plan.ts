import { v7 as uuidv7 } from 'uuid';
import type { BookRoom } from '@/domain/commands/book-room';
import { defaultRules, type BookingRules } from '@/domain/room/room';
import type { Actor } from '@/domain/shared/actor';
import { plusDays } from '@/domain/shared/days';
import { CommandId, MemberId, ReservationId, type RoomId } from '@/domain/shared/ids';
import { instantOf } from '@/domain/shared/instants';
import { isRefusal } from '@/domain/shared/refusal';
import type { LocalDate, LocalDateTime, Period, Slot, TimeZone } from '@/domain/shared/time';
import { slotOf } from '@/domain/shared/wall-clock';
import { dateAt, dayOf } from '@/domain/shared/zoned-days';

export const timeZone = 'Europe/Zurich' as TimeZone;
export const manager: Actor = { id: MemberId.of('bench.manager'), role: 'manager' };
export const member: Actor = { id: MemberId.of('bench.member'), role: 'member' };

/** A 5-minute grid and bookings from 5 minutes. */
export const benchRules: BookingRules = { ...defaultRules, gridMinutes: 5, shortestMinutes: 5 };

/** A booking to be made: the command for the seam, and worked out already for who does it by hand. */
export type Booking = {
  readonly command: BookRoom;
  readonly slot: Slot;
  readonly date: LocalDate;
  readonly day: Period;
};

/** Which slots of a room: on `days` dates in a row, `perDay` on each, one after another from 06:00 on. */
export type Plan = {
  readonly roomId: RoomId;
  /** Days from today to the first of them. */
  readonly firstDay: number;
  readonly days: number;
  readonly perDay: number;
  readonly minutes: number;
};

/** New bookings, day by day; none overlaps another, and no clock is changed after 06:00. */
export const bookingsOf = ({
  roomId,
  firstDay,
  days,
  perDay,
  minutes,
}: Plan): readonly Booking[] => {
  const today = dateAt(instantOf(Date.now()), timeZone);
  return Array.from({ length: days * perDay }, (_, i) => {
    const date = plusDays(today, firstDay + Math.floor(i / perDay));
    const from = earliest + (i % perDay) * minutes;
    return booking(roomId, date, from, from + minutes);
  });
};

const earliest = 6 * 60;

const booking = (roomId: RoomId, date: LocalDate, from: number, to: number): Booking => {
  const wish = { startsAt: wallAt(date, from), endsAt: wallAt(date, to) };
  const slot = slotOf(wish, timeZone);
  if (isRefusal(slot)) throw new Error(`No such slot: ${JSON.stringify(slot)}`);
  const { start, end } = dayOf(date, timeZone);
  const command: BookRoom = {
    type: 'BookRoom',
    commandId: CommandId.of(uuidv7()),
    reservationId: ReservationId.of(uuidv7()),
    roomId,
    wish,
    title: { key: member.id, box: sealedTitle },
  };
  return { command, slot, date, day: { start, end } };
};

/** Sealing happens before a command is sent; a box of the usual length is enough here. */
const sealedTitle = Buffer.alloc(48, 'x').toString('base64url');

const wallAt = (date: LocalDate, minute: number) => {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}` as LocalDateTime;
};
