import { Counter, Histogram, type Registry } from 'prom-client';
import { stampOf } from '../event-log/commit-stamps';
import type { LogObserver } from './log-observer';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Measures the log and its subscriptions at work. */
export const logMetrics = (registry: Registry): LogObserver => {
  const registers = [registry];
  const delay = new Histogram({
    name: 'roomlog_log_delay_seconds',
    help: 'Time from the commit of an event to its position in the log',
    buckets: seconds,
    registers,
  });
  const deliveries = new Histogram({
    name: 'roomlog_delivery_seconds',
    help: 'Time a subscription takes to handle what it is handed at once',
    labelNames: ['subscription', 'result'],
    buckets: seconds,
    registers,
  });
  const delivered = new Counter({
    name: 'roomlog_events_delivered_total',
    help: 'Events handed to a subscription; one that comes again counts again',
    labelNames: ['subscription'],
    registers,
  });
  return {
    logged: (events) => {
      const now = Date.now();
      // The clock of another server may be ahead of ours.
      for (const event of events) delay.observe(Math.max(0, now - stampOf(event).at / 1000) / 1000);
    },
    delivering: (subscription, entries) => {
      const end = deliveries.startTimer({ subscription });
      return (failure) => {
        end({ result: failure ? 'failed' : 'handled' });
        delivered.inc({ subscription }, entries.length);
      };
    },
  };
};
