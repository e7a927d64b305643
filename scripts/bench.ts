import { startTemporaryServer } from '@/infrastructure/mongodb/temporary-server';
import { runTypeScript } from './process/run-visibly';
import { untilToldToStop } from './process/until-told-to-stop';

/** `npm run bench`: runs bench/run.ts, always on a temporary MongoDB. */
export async function main(args: string[]): Promise<void> {
  const stop = untilToldToStop();
  const server = await startTemporaryServer((line) => {
    console.log(line);
  });
  try {
    const env = { ...process.env, MONGODB_URI: server.uri, ROOMLOG_MONGOD: server.mongod };
    process.exitCode = await runTypeScript('bench/run.ts', args, { env, stop });
  } finally {
    await server.stop();
  }
}
