import { describe, expect, test, vi } from 'vitest';
import { CommandId, MemberId } from '@/domain/shared/ids';
import { unobserved, type StoreObserver } from '../event-store/observer';
import { storeTogether } from './together';

const command = { type: 'Toy', commandId: CommandId.of('01941f29-7c00-7000-8000-000000000001') };
const context = { actor: { id: MemberId.of('ana.ruiz'), role: 'member' } } as const;
const outcome = { status: 'refused', refusal: { code: 'NOT_YOURS' }, kept: false } as const;

const breaks = () => {
  throw new Error('Cannot count');
};
const broken: StoreObserver = { command: () => breaks, attempt: breaks, read: breaks };

/** One that works beside one that does not, and what was told of the failures. */
const beside = () => {
  const failed = vi.fn<(error: unknown) => void>();
  const told = vi.fn();
  const committed = vi.fn();
  const works: StoreObserver = {
    command: () => told,
    attempt: (jobs, tries) => ({ ...unobserved.attempt(jobs, tries), committed }),
    read: told,
  };
  return { failed, told, committed, observer: storeTogether([broken, works], failed) };
};

describe('Of several observers one that throws', () => {
  test('harms neither the store nor the others', () => {
    const { failed, told, committed, observer } = beside();
    observer.command(command, context)({ outcome });
    observer.attempt([], 1).committed([]);
    observer.read('room', 1);
    expect(told.mock.calls).toEqual([[{ outcome }], ['room', 1]]);
    expect(committed).toHaveBeenCalledOnce();
    expect(failed).toHaveBeenCalledTimes(3);
    expect(failed.mock.calls[0]?.[0]).toEqual(new Error('Cannot count'));
  });
});
