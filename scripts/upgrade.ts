import { withDatabase } from './process/with-database';
import { upgradeWhenOld } from './start/upgrade-when-old';

/** `npm run upgrade`: what `npm start` does by itself, for those who start the app otherwise. */
export async function main(): Promise<void> {
  await withDatabase('npm run upgrade', async (mongodbUri) => {
    await upgradeWhenOld(mongodbUri);
    console.log('The streams are up to date.');
  });
}
