import { v7 } from 'uuid';
import { bookRoom, type BookRoom } from '@/domain/commands/book-room';
import { reservationStream, type ReservationRef } from '@/domain/reservation/reservation';
import { roomDayStream, type RoomDayRef } from '@/domain/room-day/room-day';
import type { DecisionContext } from '@/domain/shared/command';
import { dateOf } from '@/domain/shared/days';
import { CommandId, ReservationId, type RoomId } from '@/domain/shared/ids';
import { isRefusal } from '@/domain/shared/refusal';
import type { Loaded } from '@/domain/shared/stream';
import type { Period, Wish } from '@/domain/shared/time';
import { slotOf } from '@/domain/shared/wall-clock';
import { bestFitting, nearestFirst, wallMinutes, type Candidate } from './alternative-candidates';
import { dayStrip, type DayStrip } from './day-strip';
import { loadedRooms, type KnownRoom } from './named-rooms';
import { wouldDecide } from './would-decide';

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
  const times = nearestFirst(here.state, wished).map((wish) => candidateOf(here, wish, context));
  const others = bestFitting(rooms, here.state).map((room) => candidateOf(room, wished, context));
  const all = [...times, ...others];
  const { decide, seen } = await wouldDecide(
    bookRoom,
    all.map(({ command }) => command),
    context,
    [...rooms, ...all.map(({ command }) => notThere(command))],
  );
  const granted = (candidates: readonly Asked[], count: number) =>
    firstOf(candidates, count, async ({ command }) => !isRefusal(await decide(command)));
  const sameRoom = await granted(times, most);
  const sameTime = await granted(others, most - Math.min(sameRoom.length, 1));
  const found = [...sameRoom.slice(0, 1), ...sameTime, ...sameRoom.slice(1)].slice(0, most);
  return found.flatMap((candidate) => alternative(candidate, wished, asked, seen));
};

/** A candidate, and the booking that is only asked about; no rule looks at its title. */
type Asked = Candidate & { readonly command: BookRoom };

const candidateOf = (
  room: Candidate['room'],
  wish: Candidate['wish'],
  { actor }: DecisionContext,
): Asked => ({
  room,
  wish,
  command: {
    type: 'BookRoom',
    commandId: CommandId.of(v7()),
    reservationId: ReservationId.of(v7()),
    roomId: room.ref.id as RoomId,
    wish,
    title: { key: actor.id, box: '' },
  },
});

/** The reservation of a fresh id. */
const notThere = ({ reservationId }: BookRoom): Loaded<ReservationRef> => ({
  ref: reservationStream(reservationId),
  position: 0,
  state: { status: 'unknown' },
});

const alternative = (
  { room, wish }: Candidate,
  wished: Candidate['wish'],
  asked: KnownRoom,
  seen: (day: RoomDayRef) => Loaded<RoomDayRef> | undefined,
): readonly Alternative[] => {
  const { state } = room;
  const slot = state.status === 'unknown' ? undefined : slotOf(wish, state.timeZone);
  if (state.status === 'unknown' || !slot || 'code' in slot) return [];
  const { roomId, details } = state;
  const date = dateOf(wish.startsAt);
  const day = seen(roomDayStream(roomId, date))?.state ?? { status: 'unopened' };
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

const firstOf = async <T>(
  all: readonly T[],
  count: number,
  fits: (one: T) => Promise<boolean>,
): Promise<readonly T[]> => {
  const found: T[] = [];
  for (const one of all) {
    if (found.length === count) break;
    if (await fits(one)) found.push(one);
  }
  return found;
};
