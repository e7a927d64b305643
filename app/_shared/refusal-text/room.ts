import { counted } from '../format-duration';
import { period, roomLink, theRoom, when, type Wordings } from './wording';

type RoomCode =
  | 'ROOM_UNKNOWN'
  | 'ROOM_RETIRED'
  | 'ROOM_NOT_RETIRED'
  | 'ROOM_CLOSED'
  | 'CLOSURE_UNKNOWN'
  | 'OPENING_HOURS_OVERLAP'
  | 'RULES_CONTRADICT'
  | 'ZONE_UNKNOWN'
  | 'RESERVATIONS_IN_THE_WAY'
  | 'TOO_MANY_DAYS'
  | 'TOO_MANY_RESERVATIONS';

const contradictions = {
  shortest: 'The shortest booking is longer than the longest, or not a multiple of the steps.',
  longest: 'The longest booking is not a multiple of the steps.',
  grid: 'The steps must divide a day evenly.',
  leadTime: 'The notice must be a whole number of minutes, 0 or more.',
  horizon: 'How far ahead must be a whole number of days, 0 or more.',
  buffer: 'The buffer must be a whole number of minutes, 0 or more.',
} as const;

/** Refusals about a room itself. */
export const roomWordings: Wordings<RoomCode> = {
  ROOM_UNKNOWN: () => ({
    headline: 'There is no such room',
    explanation: 'The room that was asked for is not known here.',
    next: 'Choose one from the list of rooms.',
    reason: 'there is no such room',
    links: [{ label: 'All rooms', href: '/rooms' }],
  }),
  ROOM_RETIRED: ({ roomId, retiredAt }, context) => ({
    headline: `${theRoom(context, roomId)} is out of use`,
    explanation: `It was taken out of use on ${when(retiredAt, context, roomId)}.`,
    next: 'Choose another room.',
    reason: 'the room is out of use',
    links: [{ label: 'All rooms', href: '/rooms' }],
  }),
  ROOM_NOT_RETIRED: ({ roomId }, context) => ({
    headline: `${theRoom(context, roomId)} is in use already`,
    explanation: 'Only a room that was taken out of use can be brought back.',
    next: 'Nothing needs to be done.',
    reason: 'the room is in use',
    links: roomLink(context, roomId),
  }),
  ROOM_CLOSED: ({ roomId, closed }, context) => ({
    headline: `${theRoom(context, roomId)} is closed then`,
    explanation: `It is closed ${period(closed, context, roomId)}; nobody can use it in that time.`,
    next: 'Choose a time before or after, or another room.',
    reason: `the room is closed ${period(closed, context, roomId)}`,
    links: roomLink(context, roomId),
  }),
  CLOSURE_UNKNOWN: ({ roomId }, context) => ({
    headline: 'That closing is no longer there',
    explanation: `${theRoom(context, roomId)} was reopened already, or was never closed so.`,
    next: 'Open the room’s page to see when it is closed.',
    reason: 'that closing is no longer there',
    links: roomLink(context, roomId),
  }),
  OPENING_HOURS_OVERLAP: () => ({
    headline: 'Two opening times of one day overlap',
    explanation: 'The opening times of a day follow one another, and each ends after it begins.',
    next: 'Put them in order, or make one of two that touch.',
    reason: 'two opening times overlap',
  }),
  RULES_CONTRADICT: ({ rule }) => ({
    headline: 'These rules contradict each other',
    explanation: contradictions[rule],
    next: 'Change the figure, or the one it must fit.',
    reason: 'the rules contradict each other',
  }),
  ZONE_UNKNOWN: ({ timeZone }) => ({
    headline: `There is no time zone “${timeZone}”`,
    explanation:
      'A room keeps the time of its zone for good, so it must be one that is known here.',
    next: 'Choose one from the list of time zones.',
    reason: 'there is no such time zone',
  }),
  RESERVATIONS_IN_THE_WAY: ({ reservations }, context) => ({
    headline: `${counted(reservations.length, 'reservation')} in the way`,
    explanation: `${theRoom(context)} is reserved ${
      context.wished ? 'in that time' : 'in the time to come'
    }. Nothing was changed.`,
    next: 'Move them first, or have them cancelled in the same step.',
    reason: 'reservations are in the way',
  }),
  TOO_MANY_DAYS: ({ days, most }) => ({
    headline: `${counted(days, 'day')} at once are too many`,
    explanation: `One step can touch at most ${counted(most, 'day')}, so that it is done all or not at all. Nothing was changed.`,
    next: 'Do it in several steps, each over a shorter period.',
    reason: 'it touches too many days at once',
  }),
  TOO_MANY_RESERVATIONS: ({ reservations, most }) => ({
    headline: `${counted(reservations, 'reservation')} at once are too many`,
    explanation: `One step can cancel at most ${counted(most, 'reservation')}, so that it is done all or not at all. Nothing was changed.`,
    next: 'Do it in several steps: close the room over shorter periods first.',
    reason: 'it touches too many reservations at once',
  }),
};
