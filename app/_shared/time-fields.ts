import { z } from 'zod';
import { dateOf, plusDays } from '@/domain/shared/days';
import type { LocalDateTime } from '@/domain/shared/time';
import { timeOf } from './format';
import { wishOf, wishShape, type TypedWish } from './wish';

/** What the fields of a time hold, and the room; some are there only where they are asked for. */
export type TimeFields = {
  readonly roomId?: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly endDate?: string;
  /** Which of two equal times, where that was asked. */
  readonly startOccurrence?: string;
  readonly endOccurrence?: string;
};

const shape = z.object(wishShape);

/** The wish that the fields mean; undefined while one of them holds none. */
export const typedWish = (fields: object): TypedWish | undefined => shape.safeParse(fields).data;

const minute = 60_000;

/**
 * The end that keeps the length when the start was changed, counted on the wall; undefined where
 * there was no length to keep. A last day that is asked for follows the first day, not the hour.
 *
 * @example 08:00–08:45 whose start becomes 16:00 ends at 16:45
 */
export const keptLength = (
  before: TimeFields,
  after: TimeFields,
): Pick<TimeFields, 'to' | 'endDate'> | undefined => {
  const [old, now] = [typedWish(before), typedWish(after)];
  if (!old || !now) return undefined;
  const was = wishOf(old);
  const length = millisecondsOf(was.endsAt) - millisecondsOf(was.startsAt);
  if (length <= 0) return undefined;
  const end = millisecondsOf(wishOf(now).startsAt) + length;
  const endsAt = new Date(end).toISOString().slice(0, 16) as LocalDateTime;
  const isMidnight = end % (24 * 60 * minute) === 0;
  const endDate = isMidnight ? plusDays(dateOf(endsAt), -1) : dateOf(endsAt);
  const otherDay = after.endDate !== undefined && endDate !== after.endDate;
  if (otherDay && old.date === now.date) return undefined;
  return {
    to: isMidnight ? '24:00' : timeOf(endsAt),
    ...(after.endDate !== undefined && { endDate }),
  };
};

const millisecondsOf = (wall: LocalDateTime) => Date.parse(`${wall}Z`);
