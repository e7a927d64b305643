import type { Wordings } from './wording';

type TechnicalCode =
  | 'ID_IN_USE'
  | 'CHANGED_MEANWHILE'
  | 'NEWER_VERSION'
  | 'BUSY'
  | 'UNAVAILABLE'
  | 'STREAM_FULL'
  | 'OUTCOME_UNKNOWN';

/** Refusals that are about this service, not about a room or a time. */
export const technicalWordings: Wordings<TechnicalCode> = {
  ID_IN_USE: () => ({
    headline: 'This form was sent before, with something else in it',
    explanation: 'Each form carries an id of its own, and this one has been used.',
    next: 'Open the page again and send it from there.',
    reason: 'the form had been used before',
  }),
  CHANGED_MEANWHILE: () => ({
    headline: 'Somebody changed this while the form was open',
    explanation: 'The page shows it now as it is; nothing of yours was written over it.',
    next: 'Look at what changed. What you typed is kept: send it again if it is still what you want.',
    reason: 'it had been changed meanwhile',
  }),
  NEWER_VERSION: () => ({
    headline: 'This was written by a newer version of Roomlog',
    explanation:
      'This server is older than what is stored, and does not change what it cannot read.',
    next: 'Try again in a few minutes, when the update is through.',
    reason: 'it was written by a newer version',
  }),
  BUSY: () => ({
    headline: 'Too much is going on just now',
    explanation: 'Nothing was written.',
    next: 'Wait a few seconds and send it again.',
    reason: 'too much was going on',
  }),
  UNAVAILABLE: () => ({
    headline: 'The database cannot be reached',
    explanation: 'Nothing was written.',
    next: 'Wait a moment and send it again.',
    reason: 'the database could not be reached',
  }),
  STREAM_FULL: () => ({
    headline: 'This history has reached the size that can be kept in one place',
    explanation: 'Nothing was written.',
    next: 'Ask a manager; another day or another reservation works as always.',
    reason: 'its history has reached the size that can be kept',
  }),
  OUTCOME_UNKNOWN: () => ({
    headline: 'We cannot tell yet whether it was done',
    explanation: 'The database did not answer in time: it may or may not have been written.',
    next: 'Send it again: it carries the same id and is done only once.',
    reason: 'the outcome is not known yet',
  }),
};
