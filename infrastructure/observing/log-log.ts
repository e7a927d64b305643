import type { Logger } from 'pino';
import type { LogObserver } from './log-observer';

/** Writes a line for each failed delivery, and for debug for each that was handled. */
export const logLog = (log: Logger): LogObserver => ({
  logged: (events) => {
    log.debug({ events: events.length }, 'Events got their positions');
  },
  delivering: (subscription, entries) => (failure) => {
    const [first, last] = [entries.at(0)?._id, entries.at(-1)?._id];
    const fields = { subscription, from: first, to: last };
    if (!failure) log.debug(fields, 'Events were delivered');
    else log.warn({ ...fields, err: failure.error }, `${subscription} could not handle its events`);
  },
});
