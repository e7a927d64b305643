import { refusalText } from '@/app/_shared/refusal-text';
import type { RefusalContext } from '@/app/_shared/refusal-text/wording';
import type { Refusal, RefusalCode } from '@/domain/shared/refusal';

/** What most is to be said of a day, where its times are refused for several reasons. */
const weightiest: readonly RefusalCode[] = [
  'TOO_FAR_AHEAD',
  'SLOT_TAKEN',
  'ROOM_CLOSED',
  'TOO_SOON',
  'OUTSIDE_OPENING_HOURS',
];

/**
 * Why nothing of a day can be booked, from what each of its times was refused with, without a full
 * stop; undefined when what there was has passed.
 *
 * @example 'Atlas is closed on Saturdays'
 */
export const whyNothing = (
  refusals: readonly Refusal[],
  context: RefusalContext,
): string | undefined => {
  const refusal = weightiest
    .map((code) => refusals.find((one) => one.code === code))
    .find((found) => found !== undefined);
  if (!refusal) return undefined;
  if (refusal.code === 'SLOT_TAKEN') return 'All that is left of it is taken';
  const { headline, explanation } = refusalText(refusal, context);
  return refusal.code === 'ROOM_CLOSED' ? explanation.replace(/\.$/, '') : headline;
};
