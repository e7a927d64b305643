import { programFile } from './process/packages';
import { runVisibly } from './process/run-visibly';
import { withDatabase } from './process/with-database';
import { chooseAddress } from './start/address';
import { seedWhenEmpty } from './start/seed-when-empty';
import { upgradeWhenOld } from './start/upgrade-when-old';

/** `npm run dev`: the app with Next's development server, on the same data as `npm start`. */
export async function main(): Promise<void> {
  const { host, port } = await chooseAddress(process.env);
  await withDatabase('npm run dev', async (mongodbUri, stop) => {
    await seedWhenEmpty(mongodbUri, stop);
    await upgradeWhenOld(mongodbUri);
    const args = [programFile('next'), 'dev', '-p', String(port), '-H', host];
    const env = { ...process.env, MONGODB_URI: mongodbUri };
    const code = await runVisibly(process.execPath, args, { env, stop });
    process.exitCode = stop.aborted ? 0 : code;
  });
}
