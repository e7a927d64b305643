import { MongoClient } from 'mongodb';
import { openLog } from '@/infrastructure/event-log/open-log';
import { sequence } from '@/infrastructure/event-log/sequencer';
import { openStorage } from '@/infrastructure/event-store/storage';
import { openLeases, underLease, type LeaseTimes } from '@/infrastructure/lease';
import { toyDefinitions } from '../event-store/toy-streams';

/** What a candidate for the sequencer, a process of its own, tells. */
export type SequencerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'moved'; readonly position: number }
  | { readonly kind: 'completed'; readonly reason: string }
  | { readonly kind: 'failed'; readonly name: string };

const [uri = '', databaseName = '', times = ''] = process.argv.slice(2);
const client = await new MongoClient(uri).connect();
const types = toyDefinitions.map(({ type }) => type);
const streams = await openStorage(client, databaseName, types, 'COLLECTION_PER_STREAM_TYPE');
const log = await openLog(client, client.db(databaseName), streams);
const leases = await openLeases(log.db);
const tell = (message: SequencerMessage) => process.send?.(message);

tell({ kind: 'ready' });
const told = {
  moved: ({ position }: { readonly position: number }) => tell({ kind: 'moved', position }),
  completed: (_: unknown, reason: string) => tell({ kind: 'completed', reason }),
};
await underLease(leases, 'sequencer', `${process.pid}`, (held) => sequence(log, held, told), {
  stop: new AbortController().signal,
  failed: (error) => tell({ kind: 'failed', name: (error as Error).name }),
  times: JSON.parse(times) as LeaseTimes,
});
