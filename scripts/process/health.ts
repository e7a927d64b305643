import { z } from 'zod';

const schema = z.object({ status: z.string(), database: z.string(), process: z.number() });

/** What an app server says about itself. */
export type Health = z.infer<typeof schema>;

/** Asks the app at an address how it is; undefined when nobody, or something else, answers there. */
export async function askHealth(url: string): Promise<Health | undefined> {
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5000) });
    return schema.parse(await answer.json());
  } catch {
    return undefined;
  }
}
