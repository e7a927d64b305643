import { Temporal } from 'temporal-polyfill';
import { bookRoom } from '@/domain/commands/book-room';
import { cancelReservation } from '@/domain/commands/cancel-reservation';
import { changeReservationDetails } from '@/domain/commands/change-reservation-details';
import { moveReservation } from '@/domain/commands/move-reservation';
import { restoreReservation } from '@/domain/commands/restore-reservation';
import type { Actor } from '@/domain/shared/actor';
import { CommandId, ReservationId } from '@/domain/shared/ids';
import type { LocalDateTime, Wish } from '@/domain/shared/time';
import { demoMembers } from '@/infrastructure/members';
import type { Random } from './random';
import { day, type PlacedRoom } from './room-story';
import { step, type Step } from './step';
import { notes, titles } from './titles';

const minute = 60_000;
const hour = 60 * minute;

/** What a booking of the demo begins with. */
type Booking = {
  readonly room: PlacedRoom;
  readonly actor: Actor;
  readonly wish: Wish;
  readonly bookedAt: number;
  readonly startsAt: number;
  readonly reservationId: ReservationId;
};

/** Everything that people did with one room on one working day; `now` in ms since 1970. */
export const bookingSteps = (
  room: PlacedRoom,
  date: Temporal.PlainDate,
  random: Random,
  now: number,
): readonly Step[] => {
  const steps: Step[] = [];
  let from = 8 * 60 + random.whole(0, 4) * 15;
  for (let i = 0; i < room.busy && from < 16 * 60; i += 1) {
    const minutes = random.pick([30, 45, 60, 60, 90]);
    const booking = placed(room, date, from, minutes, random, now);
    from += minutes + room.rules.bufferMinutes + random.whole(0, 6) * 15;
    if (!booking || random.chance(0.15)) continue;
    steps.push(booked(booking, random), ...afterwards(booking, date, random, now));
  }
  return steps;
};

const placed = (
  room: PlacedRoom,
  date: Temporal.PlainDate,
  from: number,
  minutes: number,
  random: Random,
  now: number,
): Booking | undefined => {
  const startsAt = instantAt(room, date, from);
  const latest = Math.min(startsAt - hour, now - 2 * minute);
  const earliest = Math.max(startsAt - 9 * day, now - 25 * day);
  if (latest <= earliest) return undefined;
  const bookedAt = earliest + random.next() * (latest - earliest);
  const { id, role } = random.pick(demoMembers);
  const wish = { startsAt: wall(date, from), endsAt: wall(date, from + minutes) };
  const reservationId = ReservationId.of(random.id(bookedAt));
  return { room, actor: { id, role }, wish, bookedAt, startsAt, reservationId };
};

const booked = ({ room, actor, wish, bookedAt, reservationId }: Booking, random: Random): Step => {
  const ids = { commandId: CommandId.of(random.id(bookedAt)), reservationId, roomId: room.roomId };
  const title = random.pick(titles);
  const note = random.chance(0.2) ? random.pick(notes) : undefined;
  return step(bookedAt, actor, room.roomId, bookRoom, async (seal) => ({
    type: 'BookRoom' as const,
    ...ids,
    wish,
    title: await seal(actor.id, title),
    ...(note && { note: await seal(actor.id, note) }),
  }));
};

/** What happens to some of them later: refused rivals, moves, cancellations, second thoughts. */
const afterwards = (
  booking: Booking,
  date: Temporal.PlainDate,
  random: Random,
  now: number,
): readonly Step[] => {
  const { room, actor, reservationId } = booking;
  const latest = Math.min(booking.startsAt - 10 * minute, now - minute);
  const later = (share: number) => booking.bookedAt + (latest - booking.bookedAt) * share;
  const ids = (at: number) => ({ commandId: CommandId.of(random.id(at)), reservationId });
  if (latest <= booking.bookedAt) return [];
  const kind = random.next();
  if (kind < 0.08) {
    const others = demoMembers.filter(({ id }) => id !== actor.id);
    const { id, role } = random.pick(others);
    const bookedAt = later(0.5);
    const rivalId = ReservationId.of(random.id(bookedAt));
    return [booked({ ...booking, actor: { id, role }, bookedAt, reservationId: rivalId }, random)];
  }
  if (kind < 0.16) {
    const at = later(0.6);
    const wish = { startsAt: wall(date, 17 * 60), endsAt: wall(date, 17 * 60 + 45) };
    const command = { type: 'MoveReservation', ...ids(at), roomId: room.roomId, wish } as const;
    return [step(at, actor, room.roomId, moveReservation, command)];
  }
  if (kind < 0.26) {
    const at = later(0.4);
    const cancel = { type: 'CancelReservation', ...ids(at) } as const;
    const steps = [step(at, actor, room.roomId, cancelReservation, cancel)];
    if (!random.chance(0.35)) return steps;
    const restore = { type: 'RestoreReservation', ...ids(later(0.8)) } as const;
    return [...steps, step(later(0.8), actor, room.roomId, restoreReservation, restore)];
  }
  if (kind > 0.94) {
    const at = later(0.3);
    const title = random.pick(titles);
    return [
      step(at, actor, room.roomId, changeReservationDetails, async (seal) => ({
        type: 'ChangeReservationDetails' as const,
        ...ids(at),
        title: await seal(actor.id, title),
      })),
    ];
  }
  return [];
};

const wall = (date: Temporal.PlainDate, minutes: number) => {
  const time = Temporal.PlainTime.from({
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
  });
  return date.toPlainDateTime(time).toString({ smallestUnit: 'minute' }) as LocalDateTime;
};

const instantAt = ({ timeZone }: PlacedRoom, date: Temporal.PlainDate, minutes: number) =>
  Temporal.PlainDateTime.from(wall(date, minutes)).toZonedDateTime(timeZone).epochMilliseconds;
