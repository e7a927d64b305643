import { MongoBulkWriteError, MongoServerError } from 'mongodb';
import { describe, expect, test, vi } from 'vitest';
import { CommandId, MemberId } from '@/domain/shared/ids';
import { makeLogger } from './logger';
import { storeLog } from './store-log';

/** A logger, and the lines it wrote. */
const listening = (level = 'debug') => {
  vi.stubEnv('LOG_LEVEL', level);
  const lines: string[] = [];
  const log = makeLogger({ write: (line: string) => void lines.push(line) });
  vi.unstubAllEnvs();
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
};

const title = 'Talk about the merger';

describe('A log line', () => {
  test('is JSON with its level, its time and where it comes from', () => {
    const { log, last } = listening();
    log.info({ command: 'BookRoom' }, 'BookRoom refused');
    expect(last()).toMatchObject({
      level: 'info',
      service: 'roomlog',
      command: 'BookRoom',
      msg: 'BookRoom refused',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    });
  });

  test('never holds what people wrote, sealed or not, nor a password, also one level down', () => {
    const { log, lines } = listening();
    const sealed = { key: 'ana.ruiz', box: 'c2VhbGVk' };
    log.info({ title, note: title, reason: title, uri: 'mongodb://ana:s3cret@db/' }, 'loose');
    log.info(
      { booking: { title: sealed, note: null }, sealed, event: { data: { title } } },
      'deep',
    );
    const all = lines.join('\n');
    for (const secret of [title, 'c2VhbGVk', 's3cret']) expect(all).not.toContain(secret);
    expect(all).toContain('[not logged]');
  });

  test('tells of an error its name, message, code and causes, but nothing it carries along', () => {
    const { log, last, lines } = listening();
    const duplicate = `E11000 duplicate key error index: words_1 dup key: { words: "${title}" }`;
    const server = new MongoServerError({ message: duplicate, code: 11000 });
    const bulk = new MongoBulkWriteError({ message: duplicate, code: 11000, writeErrors: [] }, {
      insertedCount: 0,
    } as never);
    Object.assign(bulk, { documents: [{ title }] });
    const address = 'mongodb+srv://roomlog:s3cret@cluster.example/roomlog';
    const outer = new Error(`No answer from ${address}`, { cause: bulk });
    log.error({ err: outer }, 'It failed');
    log.error({ err: server }, 'It failed');
    const all = lines.join('\n');
    expect(all).not.toContain(title);
    expect(all).not.toContain('s3cret');
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
      err: {
        name: 'Error',
        message: 'No answer from mongodb+srv://cluster.example/roomlog',
        cause: { name: 'MongoBulkWriteError', code: 11000 },
      },
    });
    expect(last()).toMatchObject({ err: { stack: expect.stringContaining('at ') as string } });
  });

  test.each([
    ['warn', 0],
    ['info', 1],
    ['loud', 1],
  ])('is written from LOG_LEVEL on; %s', (level, written) => {
    const { log, lines } = listening(level);
    log.debug('debug');
    log.info('info');
    expect(lines).toHaveLength(written);
  });
});

describe('A command', () => {
  const command = {
    type: 'BookRoom',
    commandId: CommandId.of('01941f29-7c00-7000-8000-000000000001'),
  };
  const context = {
    actor: { id: MemberId.of('ana.ruiz'), role: 'member' },
    correlationId: 'edge-1234',
  } as const;
  const refused = (code: 'NOT_YOURS' | 'BUSY') =>
    ({ outcome: { status: 'refused', refusal: { code }, kept: false } }) as const;

  test.each([
    [
      'that was done',
      { outcome: { status: 'accepted', answer: {}, positions: {} } },
      'debug',
      undefined,
    ],
    ['that was refused', refused('NOT_YOURS'), 'info', 'NOT_YOURS'],
    ['that was turned away', refused('BUSY'), 'warn', 'BUSY'],
    ['that threw', { error: new Error('a bug') }, 'warn', undefined],
  ] as const)('%s has a line of its level, without who sent it', (_, ended, level, code) => {
    const { log, last, lines } = listening();
    storeLog(log).command(command, context)(ended);
    expect(last()).toMatchObject({
      level,
      command: 'BookRoom',
      correlationId: 'edge-1234',
      ms: expect.any(Number) as number,
      ...(code && { code }),
    });
    expect(lines.join()).not.toContain('ana.ruiz');
  });
});
