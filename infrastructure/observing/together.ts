import type { AttemptObserver, StoreObserver } from '../event-store/observer';
import type { LogObserver } from './log-observer';

type Failed = (error: unknown) => void;

/**
 * Several observers of a store as one. What one of them throws goes to `failed` and no further: nobody
 * may lose a booking, or be told that one failed, because a metric could not be counted.
 */
export const storeTogether = (
  observers: readonly StoreObserver[],
  failed: Failed,
): StoreObserver => ({
  command: (command, context) => {
    const told = eachOf(observers, failed, (observer) => observer.command(command, context));
    return (ended) => {
      eachOf(told, failed, (tell) => {
        tell(ended);
      });
    };
  },
  attempt: (jobs, tries) =>
    attemptTogether(
      eachOf(observers, failed, (observer) => observer.attempt(jobs, tries)),
      failed,
    ),
  read: (streamType, streams) => {
    eachOf(observers, failed, (observer) => {
      observer.read(streamType, streams);
    });
  },
});

const attemptTogether = (
  attempts: readonly AttemptObserver[],
  failed: Failed,
): AttemptObserver => ({
  step: (step) => {
    eachOf(attempts, failed, (attempt) => {
      attempt.step(step);
    });
  },
  committed: (streams) => {
    eachOf(attempts, failed, (attempt) => {
      attempt.committed(streams);
    });
  },
  failed: (failure) => {
    eachOf(attempts, failed, (attempt) => {
      attempt.failed(failure);
    });
  },
});

/** The same for observers of the log. */
export const logTogether = (observers: readonly LogObserver[], failed: Failed): LogObserver => ({
  logged: (events) => {
    eachOf(observers, failed, (observer) => {
      observer.logged(events);
    });
  },
  delivering: (subscription, entries) => {
    const told = eachOf(observers, failed, (observer) =>
      observer.delivering(subscription, entries),
    );
    return (failure) => {
      eachOf(told, failed, (tell) => {
        tell(failure);
      });
    };
  },
});

/** Tells each; gives what they answer, those that threw left out. */
const eachOf = <T, R>(all: readonly T[], failed: Failed, tell: (one: T) => R): readonly R[] => {
  const answers: R[] = [];
  for (const one of all) {
    try {
      answers.push(tell(one));
    } catch (error) {
      failed(error);
    }
  }
  return answers;
};
