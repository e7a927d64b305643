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
