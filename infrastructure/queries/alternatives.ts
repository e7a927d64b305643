import { v7 } from 'uuid';
import { bookRoom, type BookRoom } from '@/domain/commands/book-room';
import { reservationStream } from '@/domain/reservation/reservation';
import { roomDayStream, type RoomDayRef } from '@/domain/room-day/room-day';
import type { DecisionContext } from '@/domain/shared/command';
import { dateOf } from '@/domain/shared/days';
import { CommandId, ReservationId, type RoomId } from '@/domain/shared/ids';
import { isRefusal } from '@/domain/shared/refusal';
import type { Loaded } from '@/domain/shared/stream';
import type { Period, Wish } from '@/domain/shared/time';
import { slotOf } from '@/domain/shared/wall-clock';
import { eventStore } from '../store';
import { bestFitting, nearestFirst, wallMinutes, type Candidate } from './alternative-candidates';
import { dayStrip, type DayStrip } from './day-strip';
import { loadedRooms, type KnownRoom } from './named-rooms';

/** A room and time that would be granted now in place of what was refused. */
export type Alternative = {
  readonly roomId: RoomId;
  readonly roomName: string;
  readonly floor: string;
  readonly capacity: number;
  /** By how many seats it is smaller than the room that was asked for. */
  readonly seatsFewer: number;
  readonly wish: Pick<Wish, 'startsAt' | 'endsAt'>;
  /** Wall-clock minutes from the wished start; negative when earlier, 0 at the same time. */
  readonly minutesAway: number;
  readonly sameRoom: boolean;
  readonly slot: Period;
  readonly strip: DayStrip;
};

const most = 3;

/**
 * Up to three alternatives to a wish: the same room at the nearest time of that day, then other
 * rooms at the same time, the best fitting by seats first, then the same room at other times.
 * Each was asked of BookRoom itself, on the states as they are now; nothing is held.
 */
export const alternativesTo = async (
  roomId: RoomId,
  wished: Pick<Wish, 'startsAt' | 'endsAt'>,
  context: DecisionContext,
): Promise<readonly Alternative[]> => {
  const rooms = await loadedRooms();
  const here = rooms.find(({ ref }) => ref.id === roomId);
  if (!here || here.state.status === 'unknown') return [];
  const asked = here.state;
  const times = nearestFirst(here.state, wished).map((wish) => ({ room: here, wish }));
  const others = bestFitting(rooms, here.state).map((room) => ({ room, wish: wished }));
  const days = await daysOf([...times, ...others], context);
  const granted = (candidates: readonly Candidate[], count: number) =>
    firstOf(candidates, count, (candidate) => wouldBeGranted(candidate, days, context));
  const sameRoom = granted(times, most);
  const sameTime = granted(others, most - Math.min(sameRoom.length, 1));
  return [...sameRoom.slice(0, 1), ...sameTime, ...sameRoom.slice(1)]
    .slice(0, most)
    .flatMap((candidate) => alternative(candidate, wished, asked, days));
};

type Days = ReadonlyMap<string, Loaded<RoomDayRef>>;

const daysOf = async (
  candidates: readonly Candidate[],
  context: DecisionContext,
): Promise<Days> => {
  const refs = new Map<string, RoomDayRef>();
  for (const candidate of candidates) {
    for (const ref of daysNamedBy(candidate, context)) refs.set(ref.id, ref);
  }
  const loaded = await (await eventStore()).readStates([...refs.values()]);
  return new Map(loaded.map((day) => [day.ref.id, day]));
};

/** What BookRoom would read beside the room. */
const daysNamedBy = (candidate: Candidate, context: DecisionContext): readonly RoomDayRef[] => {
  const { room } = candidate;
  const { days } = bookRoom.reads(bookingOf(candidate, context), { room }, context);
  return Array.isArray(days) ? (days as readonly RoomDayRef[]) : [];
};

/** What BookRoom would say to it. */
const wouldBeGranted = (candidate: Candidate, days: Days, context: DecisionContext) => {
  const command = bookingOf(candidate, context);
  const reservation = {
    ref: reservationStream(command.reservationId),
    position: 0,
    state: { status: 'unknown' } as const,
  };
  const touched = daysNamedBy(candidate, context).map(({ id }) => days.get(id));
  const loaded = touched.filter((day) => day !== undefined);
  const streams = { room: candidate.room, reservation, days: loaded };
  return !isRefusal(bookRoom.decide(command, streams, context));
};

/** A booking that is only asked about; no rule looks at its title. */
const bookingOf = ({ room, wish }: Candidate, { actor }: DecisionContext): BookRoom => ({
  type: 'BookRoom',
  commandId: CommandId.of(v7()),
  reservationId: ReservationId.of(v7()),
  roomId: room.ref.id as RoomId,
  wish,
  title: { key: actor.id, box: '' },
});

const alternative = (
  { room, wish }: Candidate,
  wished: Candidate['wish'],
  asked: KnownRoom,
  days: Days,
): readonly Alternative[] => {
  const { state } = room;
  const slot = state.status === 'unknown' ? undefined : slotOf(wish, state.timeZone);
  if (state.status === 'unknown' || !slot || 'code' in slot) return [];
  const { roomId, details } = state;
  const date = dateOf(wish.startsAt);
  const day = days.get(roomDayStream(roomId, date).id)?.state ?? { status: 'unopened' };
  return [
    {
      roomId,
      roomName: details.name,
      floor: details.floor,
      capacity: details.capacity,
      seatsFewer: Math.max(0, asked.details.capacity - details.capacity),
      wish: { startsAt: wish.startsAt, endsAt: wish.endsAt },
      minutesAway: wallMinutes(wished.startsAt, wish.startsAt),
      sameRoom: roomId === asked.roomId,
      slot: { start: slot.start, end: slot.end },
      strip: dayStrip(state, date, day, [slot]),
    },
  ];
};

const firstOf = <T>(all: readonly T[], count: number, fits: (one: T) => boolean): readonly T[] => {
  const found: T[] = [];
  for (const one of all) {
    if (found.length === count) break;
    if (fits(one)) found.push(one);
  }
  return found;
};
