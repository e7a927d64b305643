import { z } from 'zod';
import { plusDays } from '@/domain/shared/days';
import type { Refusal } from '@/domain/shared/refusal';
import type { LocalDate, LocalDateTime, LocalTime, Wish } from '@/domain/shared/time';
import { formatOffset, timeOf } from './format';
import { dateField, timeField } from './form-schemas';
import type { Ask } from './form-state';

const occurrence = z.enum(['earlier', 'later']).optional().catch(undefined);

/**
 * The fields of a time that is wished for. Without an end date it ends on its first day, or on the
 * next where the end is not after the start. The occurrences are asked for only when a wall-clock
 * time happens twice.
 */
export const wishShape = {
  date: dateField,
  from: timeField,
  to: timeField,
  endDate: dateField.optional(),
  startOccurrence: occurrence,
  endOccurrence: occurrence,
};

type TypedWish = {
  readonly date: LocalDate;
  readonly from: LocalTime;
  readonly to: LocalTime;
  readonly endDate?: LocalDate | undefined;
  readonly startOccurrence?: 'earlier' | 'later' | undefined;
  readonly endOccurrence?: 'earlier' | 'later' | undefined;
};

/**
 * The wish that was typed.
 *
 * @example wishOf({ date: '2026-11-20', from: '22:00', to: '01:00' }).endsAt // '2026-11-21T01:00'
 */
export const wishOf = (typed: TypedWish): Wish => {
  const { date, from, to, startOccurrence, endOccurrence } = typed;
  const endDate = typed.endDate ?? (to > from ? date : plusDays(date, 1));
  return {
    startsAt: wallTime(date, from),
    endsAt: wallTime(endDate, to),
    ...(startOccurrence && { startOccurrence }),
    ...(endOccurrence && { endOccurrence }),
  };
};

/** `24:00` is midnight of the next day. */
const wallTime = (date: LocalDate, time: LocalTime): LocalDateTime =>
  (time === '24:00' ? `${plusDays(date, 1)}T00:00` : `${date}T${time}`) as LocalDateTime;

/** What to ask when a wished time happens twice: which of the two it is. */
export const asksFor = (refusal: Refusal, wish: Wish): readonly Ask[] => {
  if (refusal.code !== 'TIME_HAPPENS_TWICE') return [];
  const isStart = refusal.time === wish.startsAt && wish.startOccurrence === undefined;
  const [earlier, later] = refusal.offsets;
  return [
    {
      name: isStart ? 'startOccurrence' : 'endOccurrence',
      label: `Which ${timeOf(refusal.time)} do you mean?`,
      options: [
        { value: 'earlier', label: `The first, at ${formatOffset(earlier)}` },
        { value: 'later', label: `The second, at ${formatOffset(later)}` },
      ],
    },
  ];
};
