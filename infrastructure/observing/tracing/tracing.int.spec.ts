import { afterEach, describe, expect, test, vi } from 'vitest';
import { startBackground } from '../../background';
import { listener, until } from '../../testing/event-log/subscriptions';
import { ana, counting, sent, toy } from '../../testing/event-store/toy-commands';
import { openStore } from '../../testing/event-store/toy-store';
import { tally } from '../../testing/event-store/toy-streams';
import { startOtlpReceiver, type ReceivedSpan } from '../../testing/observing/otlp-receiver';
import { startTracing } from './start-tracing';

const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(ending.splice(0).map((end) => end()));
});

/** An app server whose spans go to a collector of its own. */
const traced = async () => {
  const receiver = await startOtlpReceiver();
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', receiver.url);
  vi.stubEnv('OTEL_EXPORTER_OTLP_HEADERS', 'x-tenant=rooms');
  vi.stubEnv('OTEL_SERVICE_NAME', 'rooms-of-zurich');
  const tracing = startTracing('otlp');
  const store = await openStore({ observer: tracing.store });
  const told = listener();
  let follows = false;
  const { stop } = await startBackground({
    client: store.client,
    databaseName: store.databaseName,
    store,
    subscriptionsOf: () => [told.subscription],
    observer: tracing.log,
    failed: () => undefined,
    completed: () => void (follows = true),
  });
  ending.push(stop);
  // What is there before the change stream is followed comes into the log by another way.
  await until(() => follows);
  const named = (name: string) => receiver.spans.filter((span) => span.name === name);
  return { ...told, ...tracing, receiver, store, named };
};

const correlationId = '01941f29-7c00-7000-8000-00000000000c';
const context = { ...ana, correlationId };

/** What stands above a span, up to the root. */
const above = (spans: readonly ReceivedSpan[], span: ReceivedSpan | undefined): string[] => {
  if (!span) return ['nothing'];
  if (span.parentId === '') return [span.name];
  const parent = spans.find(({ spanId }) => spanId === span.parentId);
  return [span.name, ...above(spans, parent)];
};

describe('A command that is traced', () => {
  test('is one trace with its attempt, its place in the log and its delivery, named by its correlation id', async () => {
    const { store, heard, flush, receiver, named, subscription } = await traced();
    await store.execute(counting(tally()), sent(), context);
    await until(() => heard.length === 1);
    const delivery = `deliver ${subscription.name}`;
    await until(async () => {
      await flush();
      return named(delivery).length === 1;
    });
    const trace = correlationId.replaceAll('-', '');
    expect(receiver.spans.map(({ traceId }) => traceId)).toEqual(receiver.spans.map(() => trace));
    expect(receiver.spans.map((span) => above(receiver.spans, span).join(' < ')).sort()).toEqual([
      'Toy',
      'append < attempt < Toy',
      'attempt < Toy',
      'commit < attempt < Toy',
      'decide < attempt < Toy',
      `${delivery} < Toy`,
      'load < attempt < Toy',
      'log < Toy',
    ]);
    const [command] = named('Toy');
    expect(command?.attributes).toMatchObject({
      'roomlog.correlation.id': correlationId,
      'roomlog.outcome': 'accepted',
    });
  });

  test('shares the attempt of its group, which stands below the first and links to the others', async () => {
    const { store, flush, named } = await traced();
    await Promise.all([1, 2, 3].map(() => store.execute(counting(tally()), sent(), ana)));
    await flush();
    const [first, ...others] = named('Toy');
    const [attempt, ...more] = named('attempt');
    expect(more).toEqual([]);
    expect(attempt?.parentId).toBe(first?.spanId);
    expect(attempt?.links).toEqual(others.map(({ spanId }) => spanId));
    expect(others).toHaveLength(2);
  });

  test('says which refusal it met, or that it failed', async () => {
    const { store, flush, named } = await traced();
    const refusing = toy({ reads: [tally()], decide: () => ({ code: 'NOTHING_CHANGED' }) });
    await store.execute(refusing, sent(), ana);
    const throwing = toy({
      reads: [tally()],
      decide: () => {
        throw new Error('A bug of this command');
      },
    });
    await store.execute(throwing, sent(), ana).catch(() => undefined);
    await flush();
    expect(named('Toy')).toMatchObject([
      { attributes: { 'roomlog.refusal.code': 'NOTHING_CHANGED' }, failed: false },
      { attributes: { 'roomlog.outcome': 'failed' }, failed: true },
    ]);
  });

  test('is sent as OpenTelemetry’s variables say: where to, with which headers, in whose name', async () => {
    const { store, flush, receiver } = await traced();
    await store.execute(counting(tally()), sent(), ana);
    await flush();
    expect(receiver.requests[0]).toMatchObject({
      path: '/v1/traces',
      headers: { 'x-tenant': 'rooms', 'content-type': 'application/x-protobuf' },
    });
    expect(receiver.spans[0]?.service).toBe('rooms-of-zurich');
  });

  test('is left out when the sampler says so, with all that comes after it', async () => {
    vi.stubEnv('OTEL_TRACES_SAMPLER', 'traceidratio');
    vi.stubEnv('OTEL_TRACES_SAMPLER_ARG', '0');
    const { store, heard, flush, receiver } = await traced();
    await store.execute(counting(tally()), sent(), ana);
    await until(() => heard.length === 1);
    await flush();
    expect(receiver.spans).toEqual([]);
  });
});
