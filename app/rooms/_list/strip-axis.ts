import { wallClock } from '@/app/_shared/format';
import type { Instant } from '@/domain/shared/time';
import type { ListedRoom } from '@/infrastructure/queries/rooms';

/** The part of the day all strips show, in minutes on each room's own wall. */
export type StripAxis = { readonly from: number; readonly to: number };

const plainAxis: StripAxis = { from: 8 * 60, to: 18 * 60 };

/** From the first opening of any room to the last closing, on whole hours of the room's own day. */
export const stripAxis = (rooms: readonly ListedRoom[]): StripAxis => {
  const minutes = rooms.flatMap((room) =>
    [...room.open, ...room.taken].map(({ start, end }) => ({
      from: wallMinute(room, start),
      to: wallMinute(room, end),
    })),
  );
  if (minutes.length === 0) return plainAxis;
  return {
    from: Math.floor(Math.min(...minutes.map(({ from }) => from)) / 60) * 60,
    to: Math.ceil(Math.max(...minutes.map(({ to }) => to)) / 60) * 60,
  };
};

type WallOf = Pick<ListedRoom, 'date' | 'timeZone'>;

/** Where a moment of a room's date lies on the axis, from 0 to 100. */
export const percentAt = (axis: StripAxis, room: WallOf, instant: Instant): number =>
  Math.min(100, Math.max(0, positionOf(axis, wallMinute(room, instant))));

/** Minutes from the midnight that begins the date, as the wall counts them on any day. */
const wallMinute = ({ date, timeZone }: WallOf, instant: Instant): number =>
  (Date.parse(`${wallClock(instant, timeZone)}Z`) - Date.parse(`${date}T00:00Z`)) / 60_000;

/** Where a minute of the day lies on the axis, in percent. */
export const positionOf = ({ from, to }: StripAxis, minute: number): number =>
  ((minute - from) / (to - from)) * 100;
