import { z } from 'zod';
import type { OpeningHours, OpeningWindow, Weekday } from '@/domain/room/room';
import { howToWrite, wrongIn } from './opening-hours-errors';
import { hoursField, hoursOf } from './opening-hours-text';

const hours = z.string().transform((text, context): readonly OpeningWindow[] => {
  const windows = hoursOf(text);
  const message = windows ? wrongIn(windows) : howToWrite;
  if (windows && message === undefined) return windows;
  context.issues.push({ code: 'custom', message: message ?? howToWrite, input: text });
  return z.NEVER;
});

/** The fields of `OpeningHoursFields`. */
export const openingHoursShape = {
  'hours-mon': hours,
  'hours-tue': hours,
  'hours-wed': hours,
  'hours-thu': hours,
  'hours-fri': hours,
  'hours-sat': hours,
  'hours-sun': hours,
};

type TypedHours = { readonly [day in Weekday as `hours-${day}`]: readonly OpeningWindow[] };

/** The opening hours that were typed. */
export const typedHours = (typed: TypedHours): OpeningHours => ({
  mon: typed[hoursField('mon')],
  tue: typed[hoursField('tue')],
  wed: typed[hoursField('wed')],
  thu: typed[hoursField('thu')],
  fri: typed[hoursField('fri')],
  sat: typed[hoursField('sat')],
  sun: typed[hoursField('sun')],
});
