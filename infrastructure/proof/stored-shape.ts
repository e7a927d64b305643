import { z } from 'zod';

const event = z.looseObject({ metadata: z.looseObject({}) });

const storedStream = z.looseObject({
  streamName: z.string(),
  messages: z.array(event),
  metadata: z.looseObject({}),
  projections: z.looseObject({ state: z.looseObject({ _metadata: z.looseObject({}) }) }),
});

const logEntry = z.looseObject({
  _id: z.int(),
  hash: z.string(),
  event: event.extend({ metadata: z.looseObject({ streamName: z.string() }) }),
});

/**
 * Why a document of MongoDB is no stream that could be looked at; undefined when it is one. What
 * somebody tampered with may have any shape.
 */
export const notAStream = (document: unknown): string | undefined =>
  firstIssue(storedStream.safeParse(document));

/** The same for an entry of the log. */
export const notAnEntry = (document: unknown): string | undefined =>
  firstIssue(logEntry.safeParse(document));

const firstIssue = ({ error }: z.ZodSafeParseResult<unknown>): string | undefined => {
  const issue = error?.issues[0];
  return issue && `${issue.path.join('.') || 'it'}: ${issue.message}`;
};
