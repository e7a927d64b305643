import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, without symbolic links. */
export const projectFolder = realpathSync(
  dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
);
