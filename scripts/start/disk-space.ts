import { statfs } from 'node:fs/promises';

import { SetupProblem } from '@/infrastructure/setup-problem';

/** A build and MongoDB's journal need about this much; less would fail in the middle. */
const NEEDED_MB = 300;

/**
 * @throws SetupProblem when the disk of a folder is nearly full
 */
export async function checkDiskSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  if (free < NEEDED_MB) throw new SetupProblem(diskFull(folder, free));
}

/** What to say when there is too little room. */
function diskFull(folder: string, freeMb: number): string {
  return (
    `The disk that holds ${folder} is full: ${String(freeMb)} MB are left, about ${String(NEEDED_MB)} MB are needed. ` +
    'Free some space, then start again.'
  );
}
