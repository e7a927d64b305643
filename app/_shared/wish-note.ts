import { dateOf } from '@/domain/shared/days';
import { isRefusal, type Refusal } from '@/domain/shared/refusal';
import type { Slot } from '@/domain/shared/time';
import { formatDate, timeOf } from './format';
import { formatLength } from './format-duration';
import { endsAtMidnightAfter } from './format-slot';

/**
 * What a typed time comes to: how long it lasts, on which date it ends if that is another one, or
 * why it is none.
 *
 * @example '1 h 30 min, ends Tue 1 Dec'
 */
export const wishNote = (slot: Slot | Refusal): string => {
  if (isRefusal(slot)) {
    if (slot.code !== 'TIME_DOES_NOT_EXIST') return '';
    const { time } = slot;
    return `There is no ${timeOf(time)} on ${formatDate(dateOf(time))}: the clocks are set forward`;
  }
  if (slot.end <= slot.start) return 'The end is not after the start';
  const { startsAt, endsAt } = slot;
  const sameDate = dateOf(startsAt) === dateOf(endsAt) || endsAtMidnightAfter(slot);
  return `${formatLength(slot)}${sameDate ? '' : `, ends ${formatDate(dateOf(endsAt))}`}`;
};
