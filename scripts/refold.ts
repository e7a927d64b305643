import { MongoClient } from 'mongodb';
import { streamDefinitions } from '@/domain/stream-definitions';
import { refoldStates } from '@/infrastructure/event-store/refold-states';
import { databaseName } from '@/infrastructure/mongodb/database-name';
import { withDatabase } from './process/with-database';

/** `npm run refold`: folds the stored states of earlier versions anew, so that no reader has to. */
export async function main(): Promise<void> {
  await withDatabase('npm run refold', async (mongodbUri) => {
    const client = await new MongoClient(mongodbUri).connect();
    try {
      const { refolded, left } = await refoldStates({
        client,
        databaseName: databaseName(),
        definitions: streamDefinitions,
        progress: (done, all) => {
          console.log(`  ${String(done)} of ${String(all)} streams`);
        },
      });
      console.log(`${String(refolded)} states were folded anew.`);
      if (left > 0)
        console.log(`${String(left)} were left: a newer version wrote in their streams.`);
    } finally {
      await client.close();
    }
  });
}
