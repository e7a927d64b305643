import { z } from 'zod';
import { ClosureId, CommandId, ReservationId, RoomId } from '@/domain/shared/ids';
import type { LocalDate, LocalTime } from '@/domain/shared/time';

const damaged = 'This form is damaged; load the page again';

/** Hidden ids; what is wrong with one is never the member's doing. */
export const commandIdField = z.string().refine(CommandId.is, damaged);
export const roomIdField = z.string().refine(RoomId.is, damaged);
export const reservationIdField = z.string().refine(ReservationId.is, damaged);
export const closureIdField = z.string().refine(ClosureId.is, damaged);

/** Ids of reservations with commas between, or none; a hidden field too. */
export const reservationIdsField = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((id) => id !== ''))
  .pipe(z.array(reservationIdField));

/** One line of text, without the spaces around it. */
export const lineField = (what: string, longest: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, `Give ${what}`).max(longest, `Use at most ${longest} characters`));

/** Several lines of text, possibly none. */
export const textField = (longest: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(longest, `Use at most ${longest} characters`));

/** A whole number typed as text. */
export const wholeNumberField = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, 'Give a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `Give at least ${least}`).max(most, `Give at most ${most}`));

/** What `PositionField` sends. */
export const positionField = z
  .string()
  .regex(/^\d{1,9}$/, damaged)
  .transform(Number);

/** What `ShownField` sends, as it was shown. */
export const shownField = <Shown>(shown: z.ZodType<Shown>) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.issues.push({ code: 'custom', message: damaged, input: text });
        return z.NEVER;
      }
    })
    .pipe(shown);

const isDate = (text: string): text is LocalDate =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const isTime = (text: string): text is LocalTime => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);

/** A date as the browser's date field sends it. */
export const dateField = z.string().refine(isDate, 'Give a date');

/** A time of day as the browser's time field sends it; `24:00` is the end of the day. */
export const timeField = z.string().refine(isTime, 'Give a time, such as 09:30');

/** A tick: sent as `on`, or not at all. */
export const tickField = z
  .literal('on')
  .optional()
  .transform((tick) => tick === 'on');
