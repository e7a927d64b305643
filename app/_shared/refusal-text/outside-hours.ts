import { dayOfWeek } from '@/domain/shared/days';
import { weekdays, type OpeningHours } from '@/domain/room/room';
import { formatWeekdayPlural } from '../format';
import { formatWindows, hoursByDays } from '../sentences/room-hours';
import {
  roomLink,
  theRoom,
  wish,
  type RefusalContext,
  type RefusalOf,
  type Worded,
} from './wording';

/** Closed on that weekday, or not open that long: with the hours where they are known. */
export const outsideHours = (
  { date }: RefusalOf<'OUTSIDE_OPENING_HOURS'>,
  context: RefusalContext,
): Worded => {
  const room = theRoom(context);
  const hours = context.room?.openingHours;
  const general = {
    reason: 'the room is not open then',
    next: 'Choose a time within the opening hours, or another room.',
    links: roomLink(context),
  };
  if (!hours || context.forGood) {
    return {
      ...general,
      headline: `${room} was not open ${context.wished ? `on ${wish(context)}` : 'then'}`,
      explanation: `A reservation lies in open time throughout.${hours ? ` ${room} is open ${hoursText(hours)} now.` : ''}`,
    };
  }
  const weekday = weekdays[dayOfWeek(date)];
  const windows = weekday ? hours[weekday] : [];
  const days = formatWeekdayPlural(date);
  return {
    ...general,
    headline:
      windows.length === 0
        ? `${room} is closed on ${days}`
        : `${room} is open ${formatWindows(windows)} on ${days}`,
    explanation:
      windows.length === 0
        ? `It is open ${hoursText(hours)}.`
        : `${wish(context)} is not within these hours from beginning to end.`,
  };
};

/** `Mon–Fri 08:00–18:00; Sat 10:00–14:00`, closed days left out. */
const hoursText = (hours: OpeningHours): string => {
  const told = hoursByDays(hours).filter(({ windows }) => windows !== 'closed');
  return told.length === 0
    ? 'on no day'
    : told.map(({ days, windows }) => `${days} ${windows}`).join('; ');
};
