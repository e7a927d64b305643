import { minutesOf } from '@/domain/shared/instants';
import type { Instant, Period } from '@/domain/shared/time';
import type { ListedRoom } from '@/infrastructure/queries/rooms';

/** The part of the day all strips show, in minutes from each room's own midnight. */
export type StripAxis = { readonly from: number; readonly to: number };

const plainAxis: StripAxis = { from: 8 * 60, to: 18 * 60 };

/** From the first opening of any room to the last closing, on whole hours of the room's own day. */
export const stripAxis = (rooms: readonly ListedRoom[]): StripAxis => {
  const minutes = rooms.flatMap(({ day, open, taken }) =>
    [...open, ...taken].map(({ start, end }) => ({
      from: minutesOf({ start: day.start, end: start }),
      to: minutesOf({ start: day.start, end }),
    })),
  );
  if (minutes.length === 0) return plainAxis;
  return {
    from: Math.floor(Math.min(...minutes.map(({ from }) => from)) / 60) * 60,
    to: Math.ceil(Math.max(...minutes.map(({ to }) => to)) / 60) * 60,
  };
};

/** Where a moment of a room's day lies on the axis, from 0 to 100. */
export const percentAt = (axis: StripAxis, day: Period, instant: Instant): number => {
  const position = positionOf(axis, minutesOf({ start: day.start, end: instant }));
  return Math.min(100, Math.max(0, position));
};

/** Where a minute of the day lies on the axis, in percent. */
export const positionOf = ({ from, to }: StripAxis, minute: number): number =>
  ((minute - from) / (to - from)) * 100;
