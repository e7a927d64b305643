import type { Room, RoomRef } from '@/domain/room/room';
import type { Loaded } from '@/domain/shared/stream';
import type { LocalDateTime, Wish } from '@/domain/shared/time';
import type { KnownRoom } from './named-rooms';

/** A room and a time to ask for. */
export type Candidate = {
  readonly room: Loaded<RoomRef>;
  readonly wish: Pick<Wish, 'startsAt' | 'endsAt'>;
};

/** Times of a day are tried in steps of the grid, but not finer than this. */
const finestStepMinutes = 5;

/** Rooms beyond this many are not tried. */
const mostRooms = 50;

const minute = 60_000;

/** Minutes on the wall, whatever the clocks do meanwhile. */
export const wallMinutes = (from: LocalDateTime, to: LocalDateTime): number =>
  (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / minute;

const plusWallMinutes = (time: LocalDateTime, minutes: number): LocalDateTime =>
  new Date(Date.parse(`${time}Z`) + minutes * minute).toISOString().slice(0, 16) as LocalDateTime;

/**
 * Every time of the wished date at which something as long could start, the nearest first; of two
 * equally near the later one. Begins with the wished time itself, which may have become free.
 */
export const nearestFirst = (
  { rules }: KnownRoom,
  { startsAt, endsAt }: Candidate['wish'],
): readonly Candidate['wish'][] => {
  const step = Math.max(rules.gridMinutes, finestStepMinutes);
  const length = wallMinutes(startsAt, endsAt);
  const midnight = `${startsAt.slice(0, 10)}T00:00` as LocalDateTime;
  const starts = Array.from({ length: Math.ceil(1440 / step) }, (_, i) =>
    plusWallMinutes(midnight, i * step),
  );
  const away = (start: LocalDateTime) => wallMinutes(startsAt, start);
  return [startsAt, ...starts.filter((start) => start !== startsAt)]
    .sort((a, b) => Math.abs(away(a)) - Math.abs(away(b)) || away(b) - away(a))
    .map((start) => ({ startsAt: start, endsAt: plusWallMinutes(start, length) }));
};

/**
 * The other rooms in use on the same clock, the best fitting first: those with as many seats or
 * more, the smallest first; then the smaller ones, the largest first.
 */
export const bestFitting = (
  rooms: readonly Loaded<RoomRef>[],
  than: KnownRoom,
): readonly Loaded<RoomRef>[] => {
  const seats = than.details.capacity;
  const missing = ({ details }: KnownRoom) => {
    const more = details.capacity - seats;
    return more >= 0 ? more : 1_000_000 - more;
  };
  return rooms
    .flatMap((room) => (isOther(room.state, than) ? [{ room, by: missing(room.state) }] : []))
    .sort((a, b) => a.by - b.by)
    .slice(0, mostRooms)
    .map(({ room }) => room);
};

const isOther = (room: Room, than: KnownRoom): room is KnownRoom =>
  room.status === 'open' && room.roomId !== than.roomId && room.timeZone === than.timeZone;
