'use client';

import { formatTimes } from '@/app/_shared/format-slot';
import { useClockAnswer } from '@/app/_shared/use-clock-answer';
import { useWishBoard } from '@/app/_shared/wish-board';
import { wishNote } from '@/app/_shared/wish-note';
import { overlaps } from '@/domain/shared/instants';
import { isRefusal } from '@/domain/shared/refusal';
import type { Period, TimeZone } from '@/domain/shared/time';
import { placed, type Scale } from './scale';

type WishOutlineProps = {
  readonly scale: Scale;
  readonly timeZone: TimeZone;
  /** What could be booked when the page was made. */
  readonly bookable: readonly Period[];
};

/** Where the time in the form lies in the day; what the form says of it is not said again. */
export const WishOutline = ({ scale, timeZone, bookable }: WishOutlineProps) => {
  const answer = useClockAnswer(useWishBoard()?.typed, timeZone);
  const slot = answer?.slot;
  if (!slot || isRefusal(slot) || slot.end <= slot.start) return null;
  // Where nothing can be booked the form is folded, and nobody chose what it holds.
  if (bookable.length === 0 || !overlaps(slot, scale.shown)) return null;
  const fits = bookable.some(({ start, end }) => start <= slot.start && slot.end <= end);
  return (
    <div
      aria-hidden
      className={`wish-outline ${fits ? '' : 'wish-unfit'}`}
      style={placed(scale, slot)}
    >
      <span>
        {formatTimes(slot)} · {fits ? wishNote(slot) : 'not free'}
      </span>
    </div>
  );
};
