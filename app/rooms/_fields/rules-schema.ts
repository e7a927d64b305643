import type { z } from 'zod';
import { wholeNumberField } from '@/app/_shared/form-schemas';
import type { BookingRules } from '@/domain/room/room';

/** Thirty days: longer bookings and notices are typing mistakes. */
export const mostMinutes = 30 * 24 * 60;
/** Three years ahead at most. */
export const mostDays = 1096;

/** The fields of `RulesFields`; whether they fit together is for the room to say. */
export const rulesShape = {
  gridMinutes: wholeNumberField(1, 1440),
  shortestMinutes: wholeNumberField(1, mostMinutes),
  longestMinutes: wholeNumberField(1, mostMinutes),
  leadTimeMinutes: wholeNumberField(0, mostMinutes),
  horizonDays: wholeNumberField(1, mostDays),
  bufferMinutes: wholeNumberField(0, 1440),
};

/** The rules that were typed. */
export const typedRules = (typed: BookingRules): BookingRules => ({
  gridMinutes: typed.gridMinutes,
  shortestMinutes: typed.shortestMinutes,
  longestMinutes: typed.longestMinutes,
  leadTimeMinutes: typed.leadTimeMinutes,
  horizonDays: typed.horizonDays,
  bufferMinutes: typed.bufferMinutes,
});

/**
 * Says beside its field which figure does not fit the others; for the room’s schema, which knows
 * all of them.
 */
export const rulesFit = (
  { gridMinutes, shortestMinutes, longestMinutes }: BookingRules,
  context: z.RefinementCtx,
): void => {
  const wrong = (field: keyof BookingRules, message: string) => {
    context.addIssue({ code: 'custom', path: [field], message });
  };
  if (1440 % gridMinutes !== 0) {
    wrong('gridMinutes', 'A day must be so many whole steps: 5, 10, 15, 20, 30 or 60 are usual');
    return;
  }
  const steps = `a multiple of the steps of ${gridMinutes} min`;
  if (shortestMinutes % gridMinutes !== 0) wrong('shortestMinutes', `Give ${steps}`);
  if (longestMinutes % gridMinutes !== 0) wrong('longestMinutes', `Give ${steps}`);
  if (longestMinutes < shortestMinutes) {
    wrong('longestMinutes', `Give at least the shortest, ${shortestMinutes} min`);
  }
};
