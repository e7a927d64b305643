import { dateOf } from '@/domain/shared/days';
import { formatDate, formatOffset, timeOf } from '../format';
import { counted, formatMinutes } from '../format-duration';
import { outsideHours } from './outside-hours';
import { slotTaken } from './slot-taken';
import { theRoom, when, zoneOf, type Wordings } from './wording';

type BookingCode =
  | 'OUTSIDE_OPENING_HOURS'
  | 'OFF_THE_GRID'
  | 'TOO_SHORT'
  | 'TOO_LONG'
  | 'TOO_SOON'
  | 'TOO_FAR_AHEAD'
  | 'IN_THE_PAST'
  | 'SLOT_TAKEN'
  | 'TIME_DOES_NOT_EXIST'
  | 'TIME_HAPPENS_TWICE'
  | 'ZONE_RULES_CHANGED'
  | 'PERIOD_EMPTY';

const endBeforeStart = {
  headline: 'The end is not after the start',
  explanation:
    'The end must come after the start. For a time over midnight, the end is on the next day.',
  next: 'Choose a later end.',
  reason: 'the end is not after the start',
};

/** Refusals of a time that was asked for. */
export const bookingWordings: Wordings<BookingCode> = {
  SLOT_TAKEN: slotTaken,
  OUTSIDE_OPENING_HOURS: outsideHours,
  OFF_THE_GRID: ({ gridMinutes }, context) => ({
    headline: `${theRoom(context)} is booked in steps of ${formatMinutes(gridMinutes)}`,
    explanation: `Start and end lie on multiples of ${formatMinutes(gridMinutes)}, counted from midnight: ${gridExample(gridMinutes)}.`,
    next: 'Choose a start and an end on these steps.',
    reason: `start and end lie on steps of ${formatMinutes(gridMinutes)}`,
  }),
  TOO_SHORT: ({ minutes, shortestMinutes }, context) =>
    minutes <= 0
      ? endBeforeStart
      : {
          headline: `${formatMinutes(minutes)} is too short for ${theRoom(context)}`,
          explanation: `A reservation here lasts at least ${formatMinutes(shortestMinutes)}.`,
          next: 'Choose a later end or an earlier start.',
          reason: `it is shorter than ${formatMinutes(shortestMinutes)}`,
        },
  TOO_LONG: ({ minutes, longestMinutes }, context) => ({
    headline: `${formatMinutes(minutes)} is too long for ${theRoom(context)}`,
    explanation: `A reservation here lasts at most ${formatMinutes(longestMinutes)}.`,
    next: 'Choose an earlier end, or make two reservations.',
    reason: `it is longer than ${formatMinutes(longestMinutes)}`,
  }),
  TOO_SOON: ({ leadTimeMinutes, earliest }, context) => ({
    headline: `${theRoom(context)} needs ${formatMinutes(leadTimeMinutes)} notice`,
    explanation: `A reservation here is made or moved at least ${formatMinutes(leadTimeMinutes)} before its start. The earliest start was ${when(earliest, context)}.`,
    next: 'Choose a later start, or a room that needs less notice.',
    reason: `the room needs ${formatMinutes(leadTimeMinutes)} notice`,
  }),
  TOO_FAR_AHEAD: ({ horizonDays, latest }, context) => ({
    headline: `${theRoom(context)} can be booked ${counted(horizonDays, 'day')} ahead`,
    explanation: `The last day that could be booked was ${formatDate(latest, context.refusedAt)}.`,
    next: 'Choose an earlier date, or come back nearer the time.',
    reason: `it is more than ${counted(horizonDays, 'day')} ahead`,
  }),
  IN_THE_PAST: ({ now }, context) => ({
    headline: 'That time has already begun',
    explanation: `It was ${when(now, context)} when this was decided, and a reservation starts after that.`,
    next: 'Choose a later start.',
    reason: 'the time had already begun',
  }),
  TIME_DOES_NOT_EXIST: ({ time, timeZone }, context) => ({
    headline: `There is no ${timeOf(time)} on ${formatDate(dateOf(time), context.refusedAt)}`,
    explanation: `The clocks in ${timeZone} are set forward that night and pass over it.`,
    next: 'Choose a time before or after the change.',
    reason: `${timeOf(time)} does not exist on that day`,
  }),
  TIME_HAPPENS_TWICE: ({ time, timeZone, offsets: [first, second] }, context) => ({
    headline: `${timeOf(time)} happens twice on ${formatDate(dateOf(time), context.refusedAt)}`,
    explanation: `The clocks in ${timeZone} are set back that night: first it is ${timeOf(time)} at ${formatOffset(first)}, later again at ${formatOffset(second)}.`,
    next: 'Say which of the two you mean.',
    reason: `${timeOf(time)} happens twice on that day`,
  }),
  ZONE_RULES_CHANGED: ({ date }, context) => ({
    headline: `The rules of ${zoneOf(context)} have changed since this day was first booked`,
    explanation: `${formatDate(date, context.refusedAt)} began at another moment when its first reservation was made; two ways of counting would let reservations overlap.`,
    next: 'Ask a manager: the reservations of that day must be made again.',
    reason: 'the rules of the time zone have changed',
  }),
  PERIOD_EMPTY: () => endBeforeStart,
};

const gridExample = (gridMinutes: number) =>
  [0, 1, 2, 3]
    .map((step) => {
      const minutes = 9 * 60 - ((9 * 60) % gridMinutes) + step * gridMinutes;
      return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    })
    .join(', ');
