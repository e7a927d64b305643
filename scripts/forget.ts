import { MongoClient } from 'mongodb';
import { z } from 'zod';
import { MemberId } from '@/domain/shared/ids';
import { openSealing, type PersonKey } from '@/infrastructure/event-store/sealing';
import { forgetPerson } from '@/infrastructure/forget-person';
import { databaseName } from '@/infrastructure/mongodb/database-name';
import { readModelsInPlain } from '@/infrastructure/read-models/read-models';
import { readArguments, wrongUse } from './process/arguments';
import { withDatabase } from './process/with-database';

/**
 * `npm run forget -- <member id>`: deletes the key of a person and every row that holds their words in
 * plain. There is no way back, so it does so only with `--for-good`; without, it says what would go.
 */
export async function main(args: string[]): Promise<void> {
  const { memberId, forGood } = asked(args);
  await withDatabase('npm run forget', async (mongodbUri) => {
    const client = await new MongoClient(mongodbUri).connect();
    try {
      const db = client.db(databaseName());
      const sealing = await openSealing(db);
      if (!forGood) {
        const { size } = await sealing.forgotten([memberId]);
        console.log(size > 0 ? alreadyForgotten(memberId) : whatWouldGo(memberId));
        return;
      }
      const inPlain = readModelsInPlain(sealing);
      const { key, rows } = await forgetPerson({ client, db, sealing, inPlain }, memberId);
      console.log(told(memberId, key, rows));
    } finally {
      await client.close();
    }
  });
}

const USAGE = `Usage: npm run forget -- <member id> [--for-good], such as npm run forget -- ana.ruiz
  --for-good  does it; without, it only says what would go`;

const OPTIONS = { 'for-good': { type: 'boolean', default: false } } as const;

const memberId = z
  .string()
  .regex(/^[\p{L}\p{N}._@-]{1,100}$/u)
  .transform((id) => MemberId.of(id));

function asked(args: string[]): { readonly memberId: MemberId; readonly forGood: boolean } {
  const { values, positionals } = readArguments(args, USAGE, OPTIONS);
  const { data } = z.tuple([memberId]).safeParse(positionals);
  if (!data) throw wrongUse('One member id must be given.', USAGE);
  return { memberId: data[0], forGood: values['for-good'] };
}

const alreadyForgotten = (id: MemberId) => `${id} was forgotten before.`;

const whatWouldGo = (id: MemberId) =>
  `Forgetting ${id} erases every title and note of theirs, for good: on pages, in the search, in the log ` +
  'and in exports. That they booked, and when, stays, under their id.\n' +
  `Backups that hold keys keep them: remove those too.\nTo do it: npm run forget -- ${id} --for-good`;

function told(id: MemberId, key: PersonKey, rows: number): string {
  const gone = `${String(rows)} search ${rows === 1 ? 'row is' : 'rows are'} gone`;
  switch (key) {
    case 'there':
      return `${id} is forgotten: the key and ${gone}. Nothing can be written down for them again.`;
    case 'none':
      return `${id} had written nothing down (${gone}), and can write nothing down any more.`;
    case 'forgotten':
      return `${alreadyForgotten(id)} ${gone}.`;
  }
}
