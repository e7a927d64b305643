import { z } from 'zod';

const positions = z.record(z.string(), z.int().positive());

const remembered = z.strictObject({
  commandId: z.string(),
  type: z.string(),
  actorId: z.string(),
  fingerprint: z.string().regex(/^[\w-]{16}$/),
  result: z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('accepted'), answer: z.looseObject({}) }),
    z.strictObject({ status: z.literal('refused'), refusal: z.looseObject({ code: z.string() }) }),
  ]),
  positions,
});

/** A command as a stream's document remembers it; of what somebody tampered with only its form is sure. */
export type Remembered = z.infer<typeof remembered>;

/** What a document remembers of commands, oldest first; or why that cannot be read. */
export const readRemembered = (commands: unknown): readonly Remembered[] | string => {
  const { data, error } = z.array(remembered).safeParse(commands);
  if (data) return data;
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'commands'}: ${issue.message}` : 'it has no form';
};
