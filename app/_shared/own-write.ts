import { cookies } from 'next/headers';
import { z } from 'zod';
import type { Positions } from '@/infrastructure/event-store/outcome';
import { hasPassed, type ShownReadModel } from '@/infrastructure/queries/has-passed';

const cookieName = 'written';
/** After ten seconds a read model either has it, or is so late that waiting does not help. */
const tenSeconds = { path: '/', maxAge: 10, sameSite: 'lax', httpOnly: true } as const;
/** A cookie holds no more; the events of a command come one after another anyway. */
const mostStreams = 20;

/** Notes where the streams stood after a member's own command, for pages that show read models. */
export const noteOwnWrite = async (positions: Positions): Promise<void> => {
  const some = Object.fromEntries(Object.entries(positions).slice(0, mostStreams));
  (await cookies()).set(cookieName, JSON.stringify(some), tenSeconds);
};

/**
 * Waits a second at most until a read model has what this member did last; call it before its rows are
 * read. True when it still has not.
 */
export const lacksOwnWrite = async (shown: ShownReadModel): Promise<boolean> => {
  const { data } = written.safeParse((await cookies()).get(cookieName)?.value);
  return data !== undefined && !(await hasPassed(shown, data));
};

const positions = z
  .record(z.string().regex(/^[a-z_]{1,64}:[\w.-]{1,512}$/), z.int().positive())
  .refine((all) => Object.keys(all).length <= mostStreams);

const written = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('no JSON');
      return z.NEVER;
    }
  })
  .pipe(positions);
