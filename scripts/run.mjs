/**
 * `node scripts/run.mjs <tool> …` runs scripts/<tool>.ts on a machine that has nothing but Node and
 * npm: it checks Node, installs the packages when needed, and only then loads TypeScript.
 * Until then nothing but Node's own modules may be used here and in setup/.
 */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

import { installPackages } from './setup/install.mjs';
import { nodeIsNewEnough, nodeTooOld } from './setup/node-version.mjs';
import { setupProblem } from './setup/problem.mjs';
import { projectFolder } from './setup/project.mjs';
import { endWithTally } from './setup/tally.mjs';

const [tool, ...args] = process.argv.slice(2);
process.chdir(projectFolder);
process.env.NEXT_TELEMETRY_DISABLED = '1';
// Who listened may be gone first (a closed terminal); that must not keep us from ending in order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
if (tool === 'test') endWithTally();

try {
  if (!nodeIsNewEnough(process.versions.node)) {
    throw setupProblem(nodeTooOld(process.versions.node));
  }
  await installPackages();
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import(pathToFileURL(join(projectFolder, 'scripts', `${tool}.ts`)).href);
  await main(args);
} catch (error) {
  if (error.name === 'SetupProblem') console.error(`\n${error.message}`);
  else if (error.code === 'ENOSPC')
    console.error('\nThe disk is full. Free some space, then try again.');
  else console.error(error);
  process.exitCode = 1;
}
