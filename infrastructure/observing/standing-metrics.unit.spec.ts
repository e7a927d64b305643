import { describe, expect, test } from 'vitest';
import { aLog, aReadModel, aRebuild, aSubscription } from '../operations/standing.fixture';
import { standingMetrics } from './standing-metrics';

const streams = [
  { streamName: 'room_day:a', streamType: 'room_day', events: 900, bytes: 800_000 },
  { streamName: 'room_day:b', streamType: 'room_day', events: 700, bytes: 900_000 },
];
const linesOf = async (standing: Parameters<typeof standingMetrics>[0]) =>
  (await standingMetrics(standing).metrics()).split('\n');

describe('The gauges of the log', () => {
  test('tell where it stands and how far it, its subscriptions and rebuilds are', async () => {
    const stopped = {
      ...aSubscription,
      status: 'stopped',
      worker: undefined,
      behind: { entries: 7, seconds: 12 },
      parked: 2,
    } as const;
    const lines = await linesOf({
      log: { ...aLog, lag: { events: 4, seconds: 1.5 } },
      subscriptions: [stopped],
      readModels: [{ ...aReadModel, rebuild: { ...aRebuild, failure: 'Cannot read 7' } }],
      largest: streams,
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        'roomlog_standing_known 1',
        'roomlog_log_position 1200',
        'roomlog_log_behind_known 1',
        'roomlog_log_behind_events 4',
        'roomlog_log_behind_seconds 1.5',
        'roomlog_log_sequencer_at_work 1',
        'roomlog_log_resume_age_seconds 3',
        'roomlog_oplog_window_seconds 86400',
        'roomlog_subscription_behind_entries{subscription="search@1"} 7',
        'roomlog_subscription_behind_seconds{subscription="search@1"} 12',
        'roomlog_subscription_status{subscription="search@1",status="stopped"} 1',
        'roomlog_subscription_status{subscription="search@1",status="running"} 0',
        'roomlog_subscription_at_work{subscription="search@1"} 0',
        'roomlog_subscription_parked_events{subscription="search@1"} 2',
        'roomlog_read_model_rows{read_model="search@1"} 40',
        'roomlog_read_model_rebuild_position{read_model="search@1"} 600',
        'roomlog_read_model_rebuild_failed{read_model="search@1"} 1',
        'roomlog_largest_stream_bytes{stream_type="room_day"} 900000',
        'roomlog_longest_stream_events{stream_type="room_day"} 900',
      ]),
    );
  });

  test('that are not known are left out, and no name of a stream is a label', async () => {
    const unknown = { ...aLog, lag: undefined, oplog: undefined };
    const standing = { log: unknown, subscriptions: [], readModels: [], largest: streams };
    const text = (await linesOf(standing)).join('\n');
    for (const name of [
      'log_behind_events',
      'log_behind_seconds',
      'oplog_window',
      'resume_age',
      'subscription_',
      'room_day:',
    ]) {
      expect(text).not.toContain(name);
    }
    expect(text).toContain('roomlog_log_position 1200');
  });

  test.each([
    ['it is being completed', { ...aLog, lag: undefined }],
    ['there is none', undefined],
  ])('say when nobody can tell how far the log is behind: %s', async (_, log) => {
    const standing = { log, subscriptions: [], readModels: [], largest: [] };
    expect(await linesOf(standing)).toContain('roomlog_log_behind_known 0');
  });

  test('say of themselves that they could not be read', async () => {
    expect((await linesOf(undefined)).filter((line) => !line.startsWith('#') && line)).toEqual([
      'roomlog_standing_known 0',
    ]);
  });
});
