import { Gauge, Registry } from 'prom-client';
import type { LogStanding } from '../operations/log-standing';
import type { LargeStream } from '../operations/largest-streams';
import type { ReadModelStanding } from '../operations/read-model-standing';
import type { Standing } from '../operations/standing';
import type { SubscriptionStanding } from '../operations/subscription-standing';

type Labels = Readonly<Record<string, string>>;
type Series = { readonly labels: Labels; readonly value: number | undefined };

/**
 * How everything stands, as gauges: made when somebody asks for them. What is not known has no series,
 * rather than a zero or the value of before. Labels are names from our code.
 */
export const standingMetrics = (standing: Standing | undefined): Registry => {
  const registry = new Registry();
  const gauge: AddGauge = (name, help, series) => {
    const known = series.filter(({ value }) => value !== undefined);
    const [first] = known;
    if (!first) return;
    const labelNames = Object.keys(first.labels);
    const made = new Gauge({ name: `roomlog_${name}`, help, labelNames, registers: [registry] });
    for (const { labels, value = 0 } of known) made.set(labels, value);
  };
  gauge('standing_known', '1 when the gauges below could be read, else 0', [one(standing ? 1 : 0)]);
  if (!standing) return registry;
  const lagKnown = standing.log?.lag ? 1 : 0;
  gauge('log_behind_known', '0 when how far the log is behind cannot be told', [one(lagKnown)]);
  if (standing.log) addLog(gauge, standing.log);
  addSubscriptions(gauge, standing.subscriptions);
  addReadModels(gauge, standing.readModels);
  addLargest(gauge, standing.largest);
  return registry;
};

type AddGauge = (name: string, help: string, series: readonly Series[]) => void;

const one = (value: number | undefined): Series => ({ labels: {}, value });

const addLog = (gauge: AddGauge, { position, lag, writer, oplog }: LogStanding) => {
  gauge('log_position', 'Position of the newest entry of the log', [one(position)]);
  gauge('log_behind_events', 'Committed events without a position yet', [one(lag?.events)]);
  gauge('log_behind_seconds', 'How long the oldest of them has waited', [one(lag?.seconds)]);
  gauge('log_sequencer_at_work', '1 when a process writes the log, else 0', [one(writer ? 1 : 0)]);
  gauge('log_resume_age_seconds', 'How far back the log would be resumed in the oplog', [
    one(oplog?.resumeAgeSeconds),
  ]);
  gauge('oplog_window_seconds', 'How far back MongoDB remembers', [one(oplog?.windowSeconds)]);
};

const statuses = ['running', 'paused', 'stopped'] as const;

const addSubscriptions = (gauge: AddGauge, all: readonly SubscriptionStanding[]) => {
  const each = (value: (one: SubscriptionStanding) => number): readonly Series[] =>
    all.map((subscription) => ({
      labels: { subscription: subscription.name },
      value: value(subscription),
    }));
  const states = all.flatMap(({ name, status: its }) =>
    statuses.map((status) => ({
      labels: { subscription: name, status },
      value: its === status ? 1 : 0,
    })),
  );
  const behind = 'subscription_behind';
  gauge(
    `${behind}_entries`,
    'Entries not passed yet',
    each((s) => s.behind.entries),
  );
  gauge(
    `${behind}_seconds`,
    'Since when the first of them is committed',
    each((s) => s.behind.seconds),
  );
  gauge('subscription_status', '1 for its status, 0 for the others', states);
  gauge(
    'subscription_at_work',
    '1 when a process works on it, else 0',
    each((s) => (s.worker ? 1 : 0)),
  );
  gauge(
    'subscription_parked_events',
    'Events that were put aside',
    each((s) => s.parked),
  );
};

const addReadModels = (gauge: AddGauge, all: readonly ReadModelStanding[]) => {
  const each = (value: (one: ReadModelStanding) => number | undefined): readonly Series[] =>
    all.map((readModel) => ({ labels: { read_model: readModel.name }, value: value(readModel) }));
  gauge(
    'read_model_rows',
    'Rows in use, estimated',
    each((r) => r.rows),
  );
  gauge(
    'read_model_rebuild_position',
    'How far a rebuild under way is',
    each((r) => r.rebuild?.position),
  );
  gauge(
    'read_model_rebuild_failed',
    '1 when a rebuild was given up, else 0',
    each((r) => (r.rebuild?.failure === undefined ? 0 : 1)),
  );
};

const addLargest = (gauge: AddGauge, all: readonly LargeStream[]) => {
  const types = [...new Set(all.map(({ streamType }) => streamType))];
  const most = (size: 'bytes' | 'events'): readonly Series[] =>
    types.map((type) => ({
      labels: { stream_type: type },
      value: Math.max(...all.filter((s) => s.streamType === type).map((s) => s[size])),
    }));
  gauge(
    'largest_stream_bytes',
    'Document of the largest long stream; 16 MB is the end',
    most('bytes'),
  );
  gauge('longest_stream_events', 'Events of the longest stream', most('events'));
};
