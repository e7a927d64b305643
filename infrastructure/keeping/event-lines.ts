import { z } from 'zod';
import { MemberId } from '@/domain/shared/ids';
import type { Recorded } from '@/domain/shared/stream';

const text = z
  .string()
  .max(512)
  .refine((value) => value.isWellFormed(), 'is not well-formed');
const count = z.int().nonnegative();
const position = z.int().positive();

/** The schema of `ExportHeader`. */
export const headerSchema = z.strictObject({
  format: z.literal('roomlog-export'),
  version: z.literal(1),
  /** The moment at which the streams were so. */
  takenAt: z.iso.datetime(),
  streamTypes: z.array(z.string()).min(1),
  streams: count,
  events: count,
});

/** The first line of an export: what follows, an event a line. */
export type ExportHeader = z.infer<typeof headerSchema>;

const eventSchema = z.strictObject({
  type: text,
  data: z.unknown(),
  metadata: z.strictObject({
    messageId: text,
    streamName: text,
    streamPosition: position,
    recordedAt: z.iso.datetime(),
    actor: z.strictObject({
      id: text.refine(MemberId.is, 'is no id of a person'),
      role: z.enum(['member', 'manager']),
    }),
    correlationId: text,
    causationId: text,
    schemaVersion: position,
    commit: z.strictObject({ id: text, at: count, index: count, size: position }),
    previousHash: text.nullable(),
    hash: text,
  }),
});

/** A header, or an event as it is stored, as a line of an export. */
export const exportLine = (value: ExportHeader | Recorded): string => JSON.stringify(value);

/** The header in such a line. Throws a TypeError that says what is wrong. */
export const headerOf = (line: string): ExportHeader => parsed(headerSchema, line);

/** The event in such a line, its hash not looked at. Throws a TypeError that says what is wrong. */
export const eventOf = (line: string): Recorded => parsed(eventSchema, line) as unknown as Recorded;

const parsed = <T>(schema: z.ZodType<T>, line: string): T => {
  const read = schema.safeParse(jsonOf(line));
  if (read.success) return read.data;
  throw new TypeError(z.prettifyError(read.error));
};

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
