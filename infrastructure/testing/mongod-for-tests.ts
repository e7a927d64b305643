import type { TestProject } from 'vitest/node';

import type { EmbeddedServer } from '../mongodb/embedded-server';
import { startTemporaryServer } from '../mongodb/temporary-server';

declare module 'vitest' {
  export interface ProvidedContext {
    /** One MongoDB for each of Vitest's workers, in the order of VITEST_POOL_ID. */
    mongodbUris: readonly string[];
  }
}

/**
 * Vitest's global set-up of the integration tests: a temporary MongoDB for each worker, as a fault
 * injected by one test (`failCommand`) holds for a whole server.
 */
export default async function mongodForTests(project: TestProject): Promise<() => Promise<void>> {
  const workers = project.vitest.config.maxWorkers;
  const servers: EmbeddedServer[] = [];
  for (let worker = 0; worker < workers; worker += 1) {
    servers.push(await startTemporaryServer(console.log, ['enableTestCommands=1']));
  }
  project.provide(
    'mongodbUris',
    servers.map((server) => server.uri),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
}
