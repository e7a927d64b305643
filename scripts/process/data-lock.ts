import { z } from 'zod';

import { SetupProblem } from '@/infrastructure/setup-problem';
import { askHolder, takeLock } from '../setup/project-lock.mjs';

/** What the one that uses `.data/` answers to others: `npm start`, or a tool with its own server. */
const schema = z.object({
  command: z.string(),
  running: z.boolean(),
  mongodbUri: z.string().optional(),
});

export type DataHolder = z.infer<typeof schema>;

const LOCK = 'data';

/**
 * Takes `.data/` for this process; until the process ends, or the lock is released.
 *
 * @param holder what others are told; may be changed as things go on
 * @returns releases it; undefined when another process has it
 */
export function takeData(holder: DataHolder): Promise<(() => void) | undefined> {
  return takeLock(LOCK, () => holder);
}

/** Who uses `.data/` now; undefined when nobody does. */
export async function askDataHolder(): Promise<DataHolder | undefined> {
  return schema.safeParse(await askHolder(LOCK)).data;
}

/** What to say when somebody else uses `.data/` and cannot be shared with. */
export function dataIsUsed(holder: DataHolder | undefined): SetupProblem {
  const who = holder ? `"${holder.command}"` : 'Another command';
  return new SetupProblem(
    `${who} is using the database in .data/ and has not finished. Wait until it has, or stop it.`,
  );
}
