import { refresh } from 'next/cache';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { memberById } from '@/infrastructure/members';
import { logger } from '@/infrastructure/observing/logger';
import { fresh } from './form-state';
import { operationAction, type OperationAnswer } from './operation';
import { whoActs } from './who-acts';

vi.mock('next/cache', () => ({ refresh: vi.fn() }));
vi.mock('./who-acts', () => ({ whoActs: vi.fn() }));
vi.mock('./correlation-id', () => ({ correlationId: () => Promise.resolve(correlationId) }));

const correlationId = '01941f29-7c00-7000-8000-00000000000c';
const run = vi.fn<() => Promise<OperationAnswer>>();
const action = operationAction({
  name: 'toy',
  schema: z.object({ wished: z.enum(['pause', 'resume']) }),
  run,
});
const send = (wished: string) => {
  const form = new FormData();
  form.set('wished', wished);
  return action(fresh, form);
};

const logged = vi.spyOn(logger(), 'warn').mockReturnValue();

beforeEach(() => {
  vi.mocked(whoActs).mockResolvedValue(memberById('clara.weiss'));
  run.mockResolvedValue({ say: 'It was paused' });
});
afterEach(() => vi.clearAllMocks());

describe('An operation on the app', () => {
  test('is done for a manager, and logged as a warning with who did it', async () => {
    expect(await send('pause')).toMatchObject({ status: 'done', message: 'It was paused' });
    expect(refresh).toHaveBeenCalledOnce();
    expect(logged.mock.calls.map(([fields]) => fields)).toEqual([
      {
        correlationId,
        operation: 'toy',
        by: 'clara.weiss',
        input: { wished: 'pause' },
        done: true,
      },
    ]);
  });

  test.each([
    ['a member who is no manager', 'ana.ruiz', 'NOT_ALLOWED'],
    ['someone who is no member', 'nobody', 'MEMBER_UNKNOWN'],
  ])('of %s is refused before anything is done', async (_, who, code) => {
    vi.mocked(whoActs).mockResolvedValue(memberById(who));
    expect(await send('pause')).toMatchObject({ status: 'refused', refusal: { code } });
    expect(run).not.toHaveBeenCalled();
  });

  test('that nobody knows is not sent on', async () => {
    expect(await send('drop everything')).toMatchObject({ status: 'invalid' });
    expect(run).not.toHaveBeenCalled();
  });

  test('that cannot be done says why, and shows the page as it is now', async () => {
    const notice = { code: 'NOT_AS_SHOWN', headline: 'No', explanation: '', next: '', links: [] };
    run.mockResolvedValue({ notice } as OperationAnswer);
    expect(await send('resume')).toMatchObject({ status: 'refused', refusal: notice });
    expect(refresh).toHaveBeenCalledOnce();
  });

  test('that meets a bug fails with the correlation id under which it was logged', async () => {
    vi.spyOn(logger(), 'error').mockReturnValue();
    run.mockRejectedValue(new Error('a bug'));
    await expect(send('pause')).rejects.toMatchObject({ digest: correlationId });
  });
});
