import { refresh } from 'next/cache';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Refusal } from '@/domain/shared/refusal';
import { memberById } from '@/infrastructure/members';
import type { Outcome } from '@/infrastructure/event-store/outcome';
import { logger } from '@/infrastructure/observing/logger';
import { formAction } from './action';
import { fresh } from './form-state';
import { noteOwnWrite } from './own-write';
import { tellOnce } from './tell-once';
import { whoActs } from './who-acts';

vi.mock('next/cache', () => ({ refresh: vi.fn() }));
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`redirected to ${to}`);
  },
}));
vi.mock('./own-write', () => ({ noteOwnWrite: vi.fn() }));
vi.mock('./tell-once', () => ({ tellOnce: vi.fn() }));
vi.mock('./who-acts', () => ({ whoActs: vi.fn() }));
vi.mock('./correlation-id', () => ({ correlationId: () => Promise.resolve(correlationId) }));

const correlationId = '01941f29-7c00-7000-8000-00000000000c';
const id = '01941f29-7c00-7000-8000-000000000001';
const run = vi.fn<() => Promise<Outcome<{ roomId: string }>>>();
const words = { headline: 'No', explanation: 'It is so.', next: 'Wait.', reason: 'no', links: [] };

const action = (goTo?: string) =>
  formAction({
    schema: z.object({ commandId: z.string(), title: z.string().min(1, 'Give it a title') }),
    ids: ['commandId'],
    run,
    explain: () => Promise.resolve(words),
    done: () => (goTo ? { goTo } : { say: 'It is done' }),
  });

const send = (title: string, goTo?: string) => {
  const form = new FormData();
  form.set('commandId', id);
  form.set('title', title);
  form.set('$ACTION_KEY', 'react’s own');
  return action(goTo)(fresh, form);
};

const refuses = (refusal: Refusal) =>
  run.mockResolvedValue({ status: 'refused', refusal, kept: false });

beforeEach(() => {
  vi.mocked(whoActs).mockResolvedValue(memberById('ana.ruiz'));
  run.mockResolvedValue({ status: 'accepted', answer: { roomId: 'r' }, positions: {} });
});
afterEach(() => vi.clearAllMocks());

describe('A form that was sent', () => {
  test('says that it was done, shows the page anew and takes a new id', async () => {
    const state = await send('Retro');
    expect(state).toMatchObject({ status: 'done', message: 'It is done' });
    expect('ids' in state && state.ids.commandId).not.toBe(id);
    expect(refresh).toHaveBeenCalledOnce();
  });

  test('notes where its streams stand now, so that a page of a read model can wait for that', async () => {
    const positions = { 'room:r': 3 };
    run.mockResolvedValue({ status: 'accepted', answer: { roomId: 'r' }, positions });
    await send('Retro');
    expect(noteOwnWrite).toHaveBeenCalledExactlyOnceWith(positions);
    refuses({ code: 'NOTHING_CHANGED' });
    await send('Retro');
    expect(noteOwnWrite).toHaveBeenCalledOnce();
  });

  test('leads on where it should when it was done, and has that page tell of this command', async () => {
    await expect(send('Retro', '/mine')).rejects.toThrow('redirected to /mine');
    expect(tellOnce).toHaveBeenCalledExactlyOnceWith(id);
  });

  test('that was refused has no page tell of it', async () => {
    refuses({ code: 'NOT_YOURS' });
    await send('Retro', '/mine');
    expect(tellOnce).not.toHaveBeenCalled();
  });

  test('with a field amiss is not sent on, and keeps what was typed and its id', async () => {
    expect(await send('')).toEqual({
      status: 'invalid',
      fields: { title: 'Give it a title' },
      typed: { commandId: id, title: '' },
      ids: { commandId: id },
    });
    expect(run).not.toHaveBeenCalled();
  });

  test('that is refused keeps what was typed and takes a new id', async () => {
    refuses({ code: 'NOT_YOURS' });
    const state = await send('Retro');
    expect(state).toMatchObject({
      status: 'refused',
      refusal: { code: 'NOT_YOURS', headline: 'No', next: 'Wait.' },
      typed: { title: 'Retro' },
    });
    expect('ids' in state && state.ids.commandId).not.toBe(id);
  });

  test.each(['OUTCOME_UNKNOWN', 'BUSY', 'UNAVAILABLE'] as const)(
    'whose answer is %s keeps its id, so that it acts only once',
    async (code) => {
      refuses({ code });
      expect(await send('Retro')).toMatchObject({ status: 'refused', ids: { commandId: id } });
    },
  );

  test('by someone who is no member is refused before anything is done', async () => {
    vi.mocked(whoActs).mockResolvedValue(undefined);
    const state = await send('Retro');
    expect(state).toMatchObject({ status: 'refused', refusal: { code: 'MEMBER_UNKNOWN' } });
    expect(run).not.toHaveBeenCalled();
  });

  test('carries out its command under the correlation id of its request', async () => {
    await send('Retro');
    expect(run).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ correlationId }));
  });

  test('that meets a bug fails with the correlation id under which it was logged', async () => {
    const logged = vi.spyOn(logger(), 'error').mockReturnValue();
    run.mockRejectedValue(new Error('a bug'));
    await expect(send('Retro')).rejects.toMatchObject({ digest: correlationId });
    expect(logged.mock.calls[0]?.[0]).toMatchObject({ correlationId });
  });
});
