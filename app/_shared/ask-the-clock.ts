import type { Refusal } from '@/domain/shared/refusal';
import type { Slot, TimeZone } from '@/domain/shared/time';
import { slotOf } from '@/domain/shared/wall-clock';
import { asksFor } from './asks-for';
import type { Ask } from './form-state';
import { typedWish, type TimeFields } from './time-fields';
import { wishOf } from './wish';

/** What a typed time means in a zone, and what has to be asked about it. */
export type ClockAnswer = { readonly slot: Slot | Refusal; readonly asks: readonly Ask[] };

/**
 * Asks the domain what a typed time means; undefined while a field holds none. Apart from its hook,
 * so that the browser loads what it takes only where a time is typed.
 */
export const askTheClock = (fields: TimeFields, timeZone: TimeZone): ClockAnswer | undefined => {
  const typed = typedWish(fields);
  return typed && { slot: slotOf(wishOf(typed), timeZone), asks: asksFor(typed, timeZone) };
};
