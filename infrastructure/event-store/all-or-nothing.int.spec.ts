import { beforeAll, describe, expect, test } from 'vitest';
import { failCommands, type Fault } from '../testing/event-store/fail-commands';
import { ana, counting, countingAlone, sent } from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { tally } from '../testing/event-store/toy-streams';

const conflict = 112;
const noSuchTransaction = 251;
const snapshotUnavailable = 246;
const lockTimeout = 24;
const steppingDown = 189;
const broken: Partial<Fault> = { closeConnection: true };
const unknownCommit: Partial<Fault> = {
  errorCode: 50,
  errorLabels: ['UnknownTransactionCommitResult'],
};

let store: OpenStore;
let impatient: OpenStore;
beforeAll(async () => {
  store = await openStore();
  impatient = await openBeside(store, { limits: { tries: 3, patience: 100 } });
});

/** Adds to a stream that exists and to a new one: an update and an insert, in two collections. */
const bookish = async () => {
  const [existing, fresh] = [tally(), tally(undefined, 'shelf')];
  await store.execute(counting(existing), sent(), ana);
  const positions = async () => (await store.readStates([existing, fresh])).map((s) => s.position);
  return { definition: counting(existing, fresh), positions };
};

type Row = readonly [command: string, name: string, fault: Partial<Fault>, lasting: string];

/** What each operation of a transaction may meet, and the answer when it does not end. */
const rows: readonly Row[] = [
  ...['find', 'insert', 'update'].flatMap((command): Row[] => [
    [command, 'WriteConflict', { errorCode: conflict }, 'BUSY'],
    [command, 'NoSuchTransaction', { errorCode: noSuchTransaction }, 'UNAVAILABLE'],
    [command, 'SnapshotUnavailable', { errorCode: snapshotUnavailable }, 'UNAVAILABLE'],
    [command, 'LockTimeout', { errorCode: lockTimeout }, 'UNAVAILABLE'],
    [command, 'a primary that steps down', { errorCode: steppingDown }, 'UNAVAILABLE'],
    [command, 'a broken connection', broken, 'UNAVAILABLE'],
  ]),
  ['commitTransaction', 'WriteConflict', { errorCode: conflict }, 'BUSY'],
  ['commitTransaction', 'NoSuchTransaction', { errorCode: noSuchTransaction }, 'UNAVAILABLE'],
  ['commitTransaction', 'SnapshotUnavailable', { errorCode: snapshotUnavailable }, 'UNAVAILABLE'],
  ['commitTransaction', 'LockTimeout', { errorCode: lockTimeout }, 'UNAVAILABLE'],
  ['commitTransaction', 'a broken connection', broken, 'OUTCOME_UNKNOWN'],
  ['commitTransaction', 'an unknown result', unknownCommit, 'OUTCOME_UNKNOWN'],
];

describe('A command over two streams is done whole or not at all', () => {
  test.each(rows)(
    '%s meets %s three times: it is done once all the same',
    async (command, _, fault) => {
      const { definition, positions } = await bookish();
      await failCommands(store, { failCommands: [command], ...fault }, 3);
      expect(await store.execute(definition, sent(), ana)).toMatchObject({ status: 'accepted' });
      expect(await positions()).toEqual([2, 1]);
    },
  );

  test.each(rows)(
    '61: %s meets %s for ever: nothing is done, neither event nor state, and the sender is told',
    async (...row) => {
      const [command, , fault, code] = row;
      const { definition, positions } = await bookish();
      const again = sent();
      const end = await failCommands(impatient, { failCommands: [command], ...fault });
      expect(await impatient.execute(definition, again, ana)).toEqual({
        status: 'refused',
        refusal: { code },
        kept: false,
      });
      expect(await positions()).toEqual([1, 0]);
      await end();
      if (code === 'OUTCOME_UNKNOWN') return;
      expect(await impatient.execute(definition, again, ana)).toMatchObject({ status: 'accepted' });
      expect(await positions()).toEqual([2, 1]);
    },
  );

  test('E11000 of an index that is not ours is a fault, no conflict: it throws at once, and nothing is done', async () => {
    const other = await openStore();
    await other.collectionOf('shelf').createIndex({ 'metadata.guards': 1 }, { unique: true });
    const streams = [tally(), tally(undefined, 'shelf')] as const;
    await other.execute(counting(tally(undefined, 'shelf')), sent(), ana);
    const sending = other.execute(counting(...streams), sent(), ana);
    await expect(sending).rejects.toMatchObject({ code: 11000 });
    expect((await other.readStates(streams)).map((s) => s.position)).toEqual([0, 0]);
  });

  test('A commit that was carried out but not yet on a majority is asked again, and done once', async () => {
    const { definition, positions } = await bookish();
    const writeConcernError = { code: 64, errmsg: 'waiting for replication timed out' };
    await failCommands(store, { failCommands: ['commitTransaction'], writeConcernError }, 3);
    expect(await store.execute(definition, sent(), ana)).toMatchObject({ status: 'accepted' });
    expect(await positions()).toEqual([2, 1]);
  });
});

describe('A command without a transaction', () => {
  const alone = async (through: OpenStore, failing: Fault, times?: number) => {
    const stream = tally();
    if (!failing.failCommands.includes('insert'))
      await store.execute(counting(stream), sent(), ana);
    const { position } = await store.readWhole(stream);
    const end = await failCommands(through, failing, times);
    const command = sent();
    const send = () => through.execute(countingAlone(stream), command, ana);
    const outcome = await send();
    await end();
    const grown = async () => (await store.readWhole(stream)).position - position;
    return { outcome, send, grown };
  };
  const writes = ['insert', 'update'];

  test.each(writes)('%s on a connection that breaks is done once', async (write) => {
    const { outcome, grown } = await alone(store, { failCommands: [write], ...broken }, 3);
    expect(outcome).toMatchObject({ status: 'accepted' });
    expect(await grown()).toBe(1);
  });

  test.each(writes)(
    '%s on a connection that stays broken: the outcome is unknown, and sent again it acts once',
    async (write) => {
      const { outcome, send, grown } = await alone(impatient, { failCommands: [write], ...broken });
      expect(outcome).toMatchObject({ refusal: { code: 'OUTCOME_UNKNOWN' } });
      expect(await send()).toMatchObject({ status: 'accepted' });
      expect(await grown()).toBe(1);
    },
  );

  test.each(writes)(
    '%s that was done but not confirmed by a majority is answered once it is, and done once',
    async (write) => {
      const writeConcernError = { code: 64, errmsg: 'waiting for replication timed out' };
      const fault = { failCommands: [write], writeConcernError };
      const { outcome, grown } = await alone(store, fault, 1);
      expect(outcome).toMatchObject({
        status: 'accepted',
        answer: { sums: [write === 'insert' ? 1 : 2] },
      });
      expect(await grown()).toBe(1);
    },
  );

  test('A read that fails for ever is UNAVAILABLE: nothing was sent that could have been done', async () => {
    const { outcome, grown } = await alone(impatient, { failCommands: ['find'], ...broken });
    expect(outcome).toMatchObject({ refusal: { code: 'UNAVAILABLE' } });
    expect(await grown()).toBe(0);
  });
});
