import { ROOT_CONTEXT, SpanStatusCode, trace, type Span, type Tracer } from '@opentelemetry/api';
import type { Job } from '../../event-store/job';
import type { AttemptObserver, StoreObserver } from '../../event-store/observer';
import { errorFields } from '../error-fields';
import { outcomeOf, refusalCodeOf } from '../store-metrics';
import { spanOfCommand, type Cause, type CommandIds } from './command-ids';

/**
 * A span for each command, in the trace of its correlation id; below it one for each attempt at the
 * group it was in, with its steps. An attempt stands below the first command of its group and links to
 * the others.
 */
export const storeSpans = (tracer: Tracer, ids: CommandIds): StoreObserver => ({
  command: (command, context) => {
    const cause = { correlationId: context.correlationId ?? command.commandId };
    const attributes = {
      'roomlog.command.id': command.commandId,
      'roomlog.correlation.id': cause.correlationId,
    };
    const span = ids.startUnder({ ...cause, causationId: command.commandId }, () =>
      tracer.startSpan(command.type, { root: true, attributes }),
    );
    return (ended) => {
      const code = refusalCodeOf(ended);
      span.setAttribute('roomlog.outcome', outcomeOf(ended));
      if (code) span.setAttribute('roomlog.refusal.code', code);
      if ('error' in ended) fail(span, errorFields(ended.error).message);
      span.end();
    };
  },
  attempt: (jobs, tries) => {
    const [first, ...others] = jobs.map((job) => spanOfCommand(causeOf(job)));
    const span = tracer.startSpan(
      'attempt',
      {
        attributes: { 'roomlog.group.size': jobs.length, 'roomlog.group.tries': tries },
        links: others.map((context) => ({ context })),
      },
      first ? trace.setSpanContext(ROOT_CONTEXT, first) : ROOT_CONTEXT,
    );
    return attemptSpans(tracer, span);
  },
  read: () => undefined,
});

const attemptSpans = (tracer: Tracer, attempt: Span): AttemptObserver => {
  let current: Span | undefined;
  const end = () => {
    current?.end();
    attempt.end();
  };
  return {
    step: (step) => {
      current?.end();
      current = tracer.startSpan(step, {}, trace.setSpan(ROOT_CONTEXT, attempt));
    },
    committed: (streams) => {
      const events = streams.reduce((sum, { newEvents }) => sum + newEvents.length, 0);
      attempt.setAttributes({
        'roomlog.streams.read': streams.length,
        'roomlog.events.appended': events,
      });
      end();
    },
    failed: (failure) => {
      fail(attempt, failure);
      end();
    },
  };
};

const causeOf = ({ command, context }: Job): Cause => ({
  correlationId: context.correlationId ?? command.commandId,
  causationId: command.commandId,
});

const fail = (span: Span, message: string) => {
  span.setStatus({ code: SpanStatusCode.ERROR, message });
};
