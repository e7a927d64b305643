import { ROOT_CONTEXT, SpanStatusCode, trace, type Span, type Tracer } from '@opentelemetry/api';
import type { Recorded } from '@/domain/shared/stream';
import { stampOf } from '../../event-log/commit-stamps';
import { errorFields } from '../error-fields';
import type { LogObserver } from '../log-observer';
import { spanOfCommand } from './command-ids';

/** What happened longer ago is history that is read again: it adds nothing to its trace. */
const tracedForMs = 60_000;

/**
 * Spans of what comes after a command, below its own, whichever process does it: `log` from its commit
 * to its positions in the log, `deliver` for each subscription that is handed its events.
 */
export const logSpans = (tracer: Tracer): LogObserver => ({
  logged: (events) => {
    for (const cause of causesOf(events)) {
      const startTime = new Date(stampOf(cause).at / 1000);
      const span = below(tracer, cause, 'log', { 'roomlog.events': sizeOf(cause) }, startTime);
      span.end();
    }
  },
  delivering: (subscription, entries) => {
    const name = `deliver ${subscription}`;
    const spans = causesOf(entries.map(({ event }) => event)).map((cause) =>
      below(tracer, cause, name, { 'roomlog.subscription': subscription }, new Date()),
    );
    return (failure) => {
      for (const span of spans) {
        if (failure) {
          const { message } = errorFields(failure.error);
          span.setStatus({ code: SpanStatusCode.ERROR, message });
        }
        span.end();
      }
    };
  },
});

/** One event of each command that is not long ago. */
const causesOf = (events: readonly Recorded[]): readonly Recorded[] => {
  const since = Date.now() - tracedForMs;
  const causes = new Map<string, Recorded>();
  for (const event of events) {
    if (stampOf(event).at / 1000 > since) causes.set(event.metadata.causationId, event);
  }
  return [...causes.values()];
};

const sizeOf = (event: Recorded) => stampOf(event).size;

const below = (
  tracer: Tracer,
  { metadata }: Recorded,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  startTime: Date,
): Span =>
  tracer.startSpan(
    name,
    { attributes: { ...attributes, 'roomlog.correlation.id': metadata.correlationId }, startTime },
    trace.setSpanContext(ROOT_CONTEXT, spanOfCommand(metadata)),
  );
