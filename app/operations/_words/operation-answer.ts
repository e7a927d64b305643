import type { OperationAnswer } from '@/app/_shared/operation';
import type { RefusalNotice } from '@/app/_shared/form-state';
import type { OperationResult } from '@/infrastructure/operations/operate';

/**
 * Puts what came of an operation in words.
 *
 * @param done what to say when it was done
 */
export const operationAnswer = (result: OperationResult, done: string): OperationAnswer => {
  if (result === 'done') return { say: done };
  if (typeof result === 'object') return { notice: stillFails(result.stillFails) };
  return { notice: { code: 'NOT_AS_SHOWN', links: [], ...words[result] } };
};

type Words = Pick<RefusalNotice, 'headline' | 'explanation' | 'next'>;

const changed = 'It has changed since this page was made.';
const look = 'Look at the page again; it shows how things are now.';

const words: Readonly<Record<Exclude<OperationResult, 'done' | object>, Words>> = {
  'not running': { headline: 'It is not running', explanation: changed, next: look },
  'not paused': { headline: 'It is not paused', explanation: changed, next: look },
  'not stopped': { headline: 'It is not stopped', explanation: changed, next: look },
  building: {
    headline: 'Its rows are being built already',
    explanation: 'One rebuild at a time; the one under way goes on.',
    next: 'Wait until it is done, or cancel it first.',
  },
  'at work': {
    headline: 'A process works on it',
    explanation: 'It would begin anew from the first event at once.',
    next: 'Pause it instead.',
  },
  overtaken: {
    headline: 'Later events of its stream were handled',
    explanation: 'Handled after them, it would undo what they changed.',
    next: 'Rebuild the rows instead: that takes it in at its place.',
  },
  unknown: {
    headline: 'This server knows nothing of it',
    explanation: 'It is gone, or it belongs to another version of Roomlog.',
    next: look,
  },
};

const stillFails = (message: string): RefusalNotice => ({
  code: 'STILL_FAILS',
  headline: 'It cannot be handled yet',
  explanation: `The handler said: ${message}`,
  next: 'Mend the cause, then hand it over again; until then it stays put aside.',
  links: [],
});
