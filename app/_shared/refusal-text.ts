import type { Refusal, RefusalCode } from '@/domain/shared/refusal';
import { bookingWordings } from './refusal-text/booking';
import { reservationWordings } from './refusal-text/reservation';
import { roomWordings } from './refusal-text/room';
import { technicalWordings } from './refusal-text/technical';
import type { RefusalContext, RefusalText, Worded, Wordings } from './refusal-text/wording';

/** Words for every code there is: a new code does not compile until it has some. */
const wordings: Wordings<RefusalCode> = {
  ...bookingWordings,
  ...roomWordings,
  ...reservationWordings,
  ...technicalWordings,
};

/**
 * Puts a refusal in plain words: what is so, the rule with its figures, what to do next.
 * Gives no name or title that the context does not hold.
 *
 * @example refusalText({ code: 'TOO_LONG', minutes: 600, longestMinutes: 480 }, { words }).headline
 * // '10 h is too long for Atlas'
 */
export const refusalText = (refusal: Refusal, context: RefusalContext): RefusalText => {
  const word = wordings[refusal.code] as (refusal: Refusal, context: RefusalContext) => Worded;
  return { links: [], ...word(refusal, context) };
};

/** Only why, as the end of a sentence: “Ben had it first”. */
export const refusalReason = (refusal: Refusal, context: RefusalContext): string =>
  refusalText(refusal, context).reason;
