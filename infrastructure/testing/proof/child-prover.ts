import { MongoClient } from 'mongodb';
import { prove } from '@/infrastructure/proof/prove';
import { openProofSource } from '@/infrastructure/proof/source';

/** What a process of its own has found, and the most memory it took, in MB. */
export type ChildProof = {
  readonly events: number;
  readonly entries: number;
  readonly breaks: number;
  readonly seconds: number;
  readonly mostMemory: number;
};

const [uri = '', databaseName = ''] = process.argv.slice(2);
const client = await new MongoClient(uri).connect();
const source = await openProofSource(client, databaseName);
const options = { kept: undefined, withoutKeys: true, patienceMs: 0, progress: () => undefined };
const { events, entries, breaks } = await prove(source, options);
await client.close();
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const found: ChildProof = {
  ...{ events, entries, breaks: breaks.length },
  seconds: (userCPUTime + systemCPUTime) / 1e6,
  mostMemory: Math.round(maxRSS / 1024),
};
process.send?.(found);
