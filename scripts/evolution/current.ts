import { join } from 'node:path';

import { streamDefinitions } from '@/domain/stream-definitions';
import { projectFolder } from '../setup/project.mjs';
import { compilerOptions, eventShapes } from './event-shapes';
import type { Current } from './problems';

/** Every type of stream as the code has it now. Takes the compiler a second or two. */
export function currentStreams(): readonly Current[] {
  const options = compilerOptions(join(projectFolder, 'tsconfig.json'));
  const root = join(projectFolder, 'domain', 'stream-definitions.ts');
  const shapes = eventShapes(root, 'streamDefinitions', options);
  return streamDefinitions.map((definition, i) => ({ definition, shapes: shapes[i] ?? {} }));
}
