import type { BookRoom } from '@/domain/commands/book-room';
import type { MoveReservation } from '@/domain/commands/move-reservation';
import type { RestoreReservation } from '@/domain/commands/restore-reservation';
import {
  reservationStream,
  type GrantedSlot,
  type Reservation,
} from '@/domain/reservation/reservation';
import type { RoomDay } from '@/domain/room-day/room-day';
import { roomStream, type Closure, type OpenRoom } from '@/domain/room/room';
import type { Accepted, Command } from '@/domain/shared/command';
import { isRefusal } from '@/domain/shared/refusal';
import { endOfTime, type Period } from '@/domain/shared/time';
import { ExpectationFailed, expectSame } from './expectation-failed';
import type { Taken } from './random-commands';
import { nameOf, type Streams } from './streams';
import { after, cut, slotAt, timeAt, weekdayOf } from './wall';

/** Decided again on what it left, an accepted command is refused and appends nothing. */
export const assertDoneOnce = ({ again, after: left }: Taken) => {
  const { decision, appends } = again();
  if (!isRefusal(decision))
    throw new ExpectationFailed('It was done twice', decision, 'refused', left);
  expectSame('It appended something the second time', appends, [], left);
};

/**
 * A command that holds slots guards the room exactly when it opens a day; one that closes or
 * retires a room guards each existing day that has a moment of the period; no other guards anything.
 */
export const assertGuards = (taken: Taken) => {
  const { command, decision, appends, before } = taken;
  if (isRefusal(decision)) return;
  if (command.type === 'CloseRoom' || command.type === 'RetireRoom') {
    assertDaysGuarded(taken, decision.guards);
    return;
  }
  const opened = appends.flatMap(({ stream }) =>
    stream.type === 'room_day' && before.one(stream).position === 0 ? [roomOf(stream.id)] : [],
  );
  const guarded = decision.guards.map((guard) => ('id' in guard ? nameOf(guard) : guard.fromId));
  expectSame('It guarded otherwise', guarded, [...new Set(opened)], before);
};

/**
 * What a command grants is the wish on the wall of its room with the buffer of now, or, restored,
 * what was granted before; booked or moved it lies in one opening window on each day. Who is refused a
 * slot as taken wanted an instant that another holds.
 */
export const assertGrants = ({ command, decision, before, after: left }: Taken) => {
  if (!holdsSlots(command)) return;
  if (!isRefusal(decision)) {
    const { granted } = left.one(reservationStream(command.reservationId)).state as Granted;
    expectSame('It granted otherwise', granted, wantedBy(command, before), left);
    if (command.type !== 'RestoreReservation') assertOpen(granted, before);
  } else if (decision.code === 'SLOT_TAKEN') {
    const { held, reservationId } = decision.winner;
    const { slot, heldUntil } = wantedBy(command, before);
    const share = held.start < heldUntil && slot.start < held.end;
    if (!share || reservationId === command.reservationId)
      throw new ExpectationFailed('A free slot was refused', decision, slot, before);
  }
};

const assertOpen = ({ roomId, slot }: GrantedSlot, before: Streams) => {
  const { openingHours } = before.one(roomStream(roomId)).state as OpenRoom;
  const closed = cut(slot, slot.timeZone).filter(({ date, day, piece }) => {
    const from = timeAt(piece.start, slot.timeZone);
    const to = piece.end === day.end ? '24:00' : timeAt(piece.end, slot.timeZone);
    return !openingHours[weekdayOf(date)].some((open) => open.from <= from && to <= open.to);
  });
  expectSame('It was granted while the room is not open', closed, [], before);
};

type Granted = Extract<Reservation, { readonly granted: GrantedSlot }>;
type HoldsSlots = BookRoom | MoveReservation | RestoreReservation;

const holdsSlots = (command: Command): command is HoldsSlots =>
  ['BookRoom', 'MoveReservation', 'RestoreReservation'].includes(command.type);

const wantedBy = (command: HoldsSlots, before: Streams): GrantedSlot => {
  if (command.type === 'RestoreReservation') {
    const { granted } = before.one(reservationStream(command.reservationId)).state as Granted;
    return { ...granted, roomPosition: before.one(roomStream(granted.roomId)).position };
  }
  const { roomId, wish } = command;
  const { state, position: roomPosition } = before.one(roomStream(roomId));
  const { timeZone, rules } = state as OpenRoom;
  const slot = slotAt(wish, timeZone);
  return { roomId, slot, heldUntil: after(slot.end, rules.bufferMinutes), roomPosition };
};

const assertDaysGuarded = (
  { appends, before, context: { now } }: Taken,
  guards: Accepted['guards'],
) => {
  const [toRoom] = appends;
  if (!toRoom) throw new ExpectationFailed('It appended nothing', [], 'to the room', before);
  const { closed } = (toRoom.events[0]?.data ?? {}) as Partial<Closure>;
  const start = closed && closed.start > now ? closed.start : now;
  const period = { start, end: closed?.end ?? endOfTime };
  const ranges = guards.flatMap((guard) => ('fromId' in guard ? before.range(guard) : []));
  const guarded = new Set(ranges.map(({ name }) => name));
  const unguarded = before.all.filter(
    ({ ref, name, state }) =>
      ref.type === 'room_day' &&
      roomOf(ref.id) === nameOf(toRoom.stream) &&
      touches(state as RoomDay, period) &&
      !guarded.has(name),
  );
  const names = unguarded.map(({ name }) => name);
  expectSame('Days were left unguarded', names, [], before);
};

const roomOf = (dayId: string) => `room:${dayId.slice(0, dayId.indexOf('_'))}`;

const touches = (state: RoomDay, { start, end }: Period) =>
  state.status === 'opened' && state.day.start < end && start < state.day.end;
