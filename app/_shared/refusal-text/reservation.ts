import { fullNameOf } from '../sentences/sentence';
import { when, type Wordings } from './wording';

type ReservationCode =
  | 'RESERVATION_UNKNOWN'
  | 'RESERVATION_REJECTED'
  | 'NOT_YOURS'
  | 'NOT_ALLOWED'
  | 'ALREADY_CANCELLED'
  | 'NOT_CANCELLED'
  | 'ALREADY_ENDED'
  | 'NOTHING_CHANGED'
  | 'PERSON_FORGOTTEN';

const mine = { label: 'My reservations', href: '/mine' };

/** Refusals about a reservation that exists, or about who asks. */
export const reservationWordings: Wordings<ReservationCode> = {
  RESERVATION_UNKNOWN: () => ({
    headline: 'There is no such reservation',
    explanation: 'The reservation that was asked for is not known here.',
    next: 'Look for it among your reservations.',
    reason: 'there is no such reservation',
    links: [mine],
  }),
  RESERVATION_REJECTED: ({ reservationId }) => ({
    headline: 'This booking was refused and holds no room',
    explanation: 'What was refused cannot be moved, changed, cancelled or restored.',
    next: 'Make a new booking; its page shows what is free.',
    reason: 'the booking was refused',
    links: [{ label: 'Why it was refused', href: `/reservations/${reservationId}` }],
  }),
  NOT_YOURS: () => ({
    headline: 'This reservation is someone else’s',
    explanation: 'Only the person it belongs to, or a manager, can change it.',
    next: 'Ask the person it belongs to, or a manager.',
    reason: 'it is someone else’s',
  }),
  NOT_ALLOWED: () => ({
    headline: 'Only a manager can do this',
    explanation: 'Rooms, their rules, and how the app runs are looked after by managers.',
    next: 'Ask a manager.',
    reason: 'only a manager can do this',
  }),
  ALREADY_CANCELLED: ({ cancelledAt }, context) => ({
    headline: 'This reservation was cancelled',
    explanation: `It was cancelled on ${when(cancelledAt, context)} and holds no room now.`,
    next: 'Restore it first, if its time is still free.',
    reason: 'it was cancelled',
  }),
  NOT_CANCELLED: () => ({
    headline: 'This reservation is not cancelled',
    explanation: 'It still holds its room; there is nothing to restore.',
    next: 'Nothing needs to be done.',
    reason: 'it is not cancelled',
  }),
  ALREADY_ENDED: ({ endedAt }, context) => ({
    headline: 'This reservation is over',
    explanation: `It ended on ${when(endedAt, context)}. What has ended stays as it was.`,
    next: 'Make a new booking.',
    reason: 'it was over',
  }),
  NOTHING_CHANGED: () => ({
    headline: 'Nothing was changed',
    explanation: 'What was sent is what is already there.',
    next: 'Change something and send it again.',
    reason: 'nothing was changed',
  }),
  PERSON_FORGOTTEN: ({ memberId }, { words }) =>
    memberId === words.viewer
      ? {
          headline: 'You were forgotten here, as was asked',
          explanation: 'What you wrote was erased, and nothing is written down for you any more.',
          next: 'Let someone else book it in their own name.',
          reason: 'whom it is for was forgotten',
        }
      : {
          headline: `${fullNameOf(words, memberId)} was forgotten`,
          explanation: 'Title and note were erased, and none can be written for this person again.',
          next: 'Move or cancel it as it is, or book the time in the name of someone else.',
          reason: 'whom it is for was forgotten',
        },
};
