import { createHash } from 'node:crypto';
import { RandomIdGenerator, type IdGenerator } from '@opentelemetry/sdk-trace-base';
import { TraceFlags, type SpanContext } from '@opentelemetry/api';

/** What a command's span is found by: every event it made names both. */
export type Cause = { readonly correlationId: string; readonly causationId: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Where the span of a command is: its trace is the correlation id without dashes, its span the second
 * half of the command's id. So whoever meets an event, in another process and much later, can add to
 * its trace, and nothing about traces is stored. A correlation id that is no UUID is hashed.
 */
export const spanOfCommand = ({ correlationId, causationId }: Cause): SpanContext => ({
  traceId: hex(correlationId),
  spanId: hex(causationId).slice(16),
  traceFlags: TraceFlags.SAMPLED,
  isRemote: true,
});

const hex = (id: string): string =>
  uuid.test(id)
    ? id.replaceAll('-', '')
    : createHash('sha256').update(id).digest('hex').slice(0, 32);

/** Random ids for spans, and given ones for those of commands. */
export class CommandIds implements IdGenerator {
  readonly #random = new RandomIdGenerator();
  #given: SpanContext | undefined;

  /** Starts a root span under the ids of a command. */
  startUnder<T>(cause: Cause, start: () => T): T {
    this.#given = spanOfCommand(cause);
    try {
      return start();
    } finally {
      this.#given = undefined;
    }
  }

  generateTraceId = () => this.#given?.traceId ?? this.#random.generateTraceId();
  generateSpanId = () => this.#given?.spanId ?? this.#random.generateSpanId();
}
