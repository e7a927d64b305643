import { Registry } from 'prom-client';
import { describe, expect, test } from 'vitest';
import { meanwhile, startProxy } from '../testing/event-store/proxy';
import { ana, counting, countingAlone, sent, toy } from '../testing/event-store/toy-commands';
import { openBeside, openStore } from '../testing/event-store/toy-store';
import { tallies, tally } from '../testing/event-store/toy-streams';
import { testMongodbUri } from '../testing/test-mongodb';
import { storeMetrics } from './store-metrics';

/** A store that is measured, and its metrics as they are handed out, a line for each series. */
const measured = async () => {
  const registry = new Registry();
  const proxy = await startProxy(testMongodbUri());
  const elsewhere = await openStore();
  const observer = storeMetrics(registry);
  const store = await openBeside(elsewhere, { uri: proxy.uri, observer });
  const lines = async () => (await registry.metrics()).split('\n');
  return { store, elsewhere, proxy, lines };
};

const refusing = () => toy({ reads: [tally()], decide: () => ({ code: 'NOTHING_CHANGED' }) });
const throwing = () =>
  toy({
    reads: [tally()],
    decide: () => {
      throw new Error('A bug of this command');
    },
  });

describe('A store that is measured', () => {
  test('counts each command with its time, by what came of it, and each refusal by its code', async () => {
    const { store, lines } = await measured();
    await Promise.allSettled(
      [counting(tally()), counting(tally()), refusing(), throwing()].map((definition) =>
        store.execute(definition, sent(), ana),
      ),
    );
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'roomlog_command_seconds_count{type="Toy",outcome="accepted"} 2',
        'roomlog_command_seconds_count{type="Toy",outcome="refused"} 1',
        'roomlog_command_seconds_count{type="Toy",outcome="failed"} 1',
        'roomlog_refusals_total{code="NOTHING_CHANGED"} 1',
        'roomlog_group_size_count 1',
        'roomlog_group_size_sum 4',
      ]),
    );
  });

  test('counts what was read and appended by type of stream, and the steps of each attempt', async () => {
    const { store, lines } = await measured();
    const [one, other] = [tally(), tally(undefined, 'shelf')];
    await store.execute(counting(one, other), sent(), ana);
    await store.execute(countingAlone(one), sent(), ana);
    await store.readWhole(one);
    await store.readStates([one, other]);
    await store.readRange(tallies(one.id, one.id));
    await store.readSlice(other, {});
    const read = 'roomlog_streams_read_total';
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'roomlog_events_appended_total{stream_type="tally"} 2',
        'roomlog_events_appended_total{stream_type="shelf"} 1',
        `${read}{stream_type="tally",for="command"} 2`,
        `${read}{stream_type="shelf",for="command"} 1`,
        `${read}{stream_type="tally",for="page"} 3`,
        `${read}{stream_type="shelf",for="page"} 2`,
        'roomlog_group_step_seconds_count{step="load"} 1',
        'roomlog_group_step_seconds_count{step="decide"} 2',
        'roomlog_group_step_seconds_count{step="append"} 2',
        'roomlog_group_step_seconds_count{step="commit"} 1',
      ]),
    );
  });

  test('counts a lost race as one conflict and one retry, and what is appended only once', async () => {
    const { store, elsewhere, proxy, lines } = await measured();
    const stream = tally();
    await elsewhere.execute(counting(stream), sent(), ana);
    meanwhile(proxy, 'update', () => elsewhere.execute(counting(stream), sent(), ana));
    await store.execute(counting(stream), sent(), ana);
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'roomlog_group_attempts_total{result="conflict"} 1',
        'roomlog_group_attempts_total{result="committed"} 1',
        'roomlog_group_retries_total 1',
        'roomlog_events_appended_total{stream_type="tally"} 1',
        'roomlog_command_seconds_count{type="Toy",outcome="accepted"} 1',
      ]),
    );
  });

  test('counts a command that is turned away at the door, which no attempt sees', async () => {
    const registry = new Registry();
    const store = await openStore({ observer: storeMetrics(registry), limits: { queue: 1 } });
    const outcomes = await Promise.all(
      [tally(), tally(), tally()].map((stream) => store.execute(counting(stream), sent(), ana)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'refused', 'refused']);
    expect(await registry.metrics()).toContain('roomlog_refusals_total{code="BUSY"} 2');
    expect(await registry.metrics()).toContain('roomlog_group_size_sum 1');
  });
});
