import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { tracingWanted } from './wanted';

const env = (set: Readonly<Record<string, string>>) => set as unknown as NodeJS.ProcessEnv;
const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };

describe('Spans are made', () => {
  test.each([
    ['not, when nobody asks for them', {}, 'none'],
    ['when there is an endpoint for them', endpoint, 'otlp'],
    ['when an exporter is named', { OTEL_TRACES_EXPORTER: 'console' }, 'console'],
    ['not, when they are switched off', { ...endpoint, OTEL_SDK_DISABLED: 'true' }, 'none'],
    ['not, when no exporter is wanted', { ...endpoint, OTEL_TRACES_EXPORTER: 'none' }, 'none'],
    [
      'in the one encoding there is',
      { ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf' },
      'otlp',
    ],
  ])('%s', (_, set, wanted) => {
    expect(tracingWanted(env(set))).toBe(wanted);
  });

  test.each([
    [{ ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /"grpc".*http\/protobuf only/],
    [{ OTEL_TRACES_EXPORTER: 'zipkin' }, /"zipkin"; use otlp/],
  ])('not, and it is said why, for %o', (set, problem) => {
    expect(tracingWanted(env(set))).toEqual({ problem: expect.stringMatching(problem) as string });
  });
});

/** The packages of OpenTelemetry that a process with these variables has loaded when it watches. */
const loadedWith = (set: Readonly<Record<string, string>>) => {
  const program = `
    const { watching } = await import('./infrastructure/observing/watching.ts');
    await watching();
    const { default: Module } = await import('node:module');
    console.log(Object.keys(Module._cache).filter((file) => file.includes('sdk-trace')).length);
    process.exit();
  `;
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const args = ['--import', tsx, '--input-type=module', '--eval', program];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NODE_ENV: 'test', LOG_LEVEL: 'silent', ...set },
  });
  return stdout.trim() || stderr;
};

test('What makes spans is loaded only when they are asked for', () => {
  expect(loadedWith({})).toBe('0');
  expect(Number(loadedWith(endpoint))).toBeGreaterThan(0);
});
