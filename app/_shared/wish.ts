import { z } from 'zod';
import { plusDays } from '@/domain/shared/days';
import type { LocalDate, LocalDateTime, LocalTime, Wish } from '@/domain/shared/time';
import { dateField, timeField } from './form-schemas';

const occurrence = z.enum(['earlier', 'later']).optional().catch(undefined);

/** A time of day, and which of two equal ones is meant: `02:30 later`. */
export type TypedTime = {
  readonly time: LocalTime;
  readonly occurrence?: 'earlier' | 'later' | undefined;
};

const typedTime = z
  .string()
  .transform((text) => text.split(' '))
  .pipe(z.tuple([timeField], z.string()))
  .transform(([time, which]): TypedTime => ({ time, occurrence: occurrence.parse(which) }));

/**
 * The fields of a time that is wished for. Without an end date it ends on its first day, or on the
 * next where the end is not after the start. A list of times says by itself which of two equal ones
 * it means; the occurrences are asked for where it could not.
 */
export const wishShape = {
  date: dateField,
  from: typedTime,
  to: typedTime,
  endDate: dateField.optional(),
  startOccurrence: occurrence,
  endOccurrence: occurrence,
};

export type TypedWish = {
  readonly date: LocalDate;
  readonly from: TypedTime;
  readonly to: TypedTime;
  readonly endDate?: LocalDate | undefined;
  readonly startOccurrence?: 'earlier' | 'later' | undefined;
  readonly endOccurrence?: 'earlier' | 'later' | undefined;
};

/**
 * The wish that was typed.
 *
 * @example 22:00 to 01:00 on 2026-11-20 ends at 2026-11-21T01:00
 */
export const wishOf = (typed: TypedWish): Wish => {
  const { date, from, to } = typed;
  const startOccurrence = from.occurrence ?? typed.startOccurrence;
  const endOccurrence = to.occurrence ?? typed.endOccurrence;
  const endDate = typed.endDate ?? (endsLater(from, to) ? date : plusDays(date, 1));
  return {
    startsAt: wallTime(date, from.time),
    endsAt: wallTime(endDate, to.time),
    ...(startOccurrence && { startOccurrence }),
    ...(endOccurrence && { endOccurrence }),
  };
};

/** Of times that happen twice, all of the second round come after those of the first. */
const endsLater = (from: TypedTime, to: TypedTime) =>
  from.occurrence && to.occurrence && from.occurrence !== to.occurrence
    ? to.occurrence === 'later'
    : to.time > from.time;

/** `24:00` is midnight of the next day. */
const wallTime = (date: LocalDate, time: LocalTime): LocalDateTime =>
  (time === '24:00' ? `${plusDays(date, 1)}T00:00` : `${date}T${time}`) as LocalDateTime;
