import { beforeEach, expect, test, vi } from 'vitest';
import { hasPassed } from '@/infrastructure/queries/has-passed';
import { lacksOwnWrite, noteOwnWrite } from './own-write';

const jar = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: () =>
    Promise.resolve({
      set: (name: string, value: string) => jar.set(name, value),
      get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    }),
}));
vi.mock('@/infrastructure/queries/has-passed', () => ({ hasPassed: vi.fn() }));

beforeEach(() => {
  jar.clear();
  vi.mocked(hasPassed).mockReset();
});

test('A page waits for what was noted, and lacks it when the read model is late', async () => {
  const positions = { 'room:r': 3, 'room_day:r_2026-11-24': 1 };
  await noteOwnWrite(positions);
  vi.mocked(hasPassed).mockResolvedValueOnce(true).mockResolvedValueOnce(false);
  expect(await lacksOwnWrite('use')).toBe(false);
  expect(await lacksOwnWrite('use')).toBe(true);
  expect(hasPassed).toHaveBeenCalledWith('use', positions);
});

test('Of a command that grew many streams some are noted: a cookie holds no more', async () => {
  await noteOwnWrite(Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`tally:${i}`, 1])));
  await lacksOwnWrite('use');
  expect(Object.keys(vi.mocked(hasPassed).mock.calls[0]?.[1] ?? {})).toHaveLength(20);
});

test.each([
  '',
  '{',
  '[]',
  '{"room:r":"3"}',
  '{"room:r":{"$gt":0}}',
  '{"$where":1}',
  '{"room:r":-1}',
])('A cookie that somebody made up is passed over: %s', async (value) => {
  jar.set('written', value);
  expect(await lacksOwnWrite('activity')).toBe(false);
  expect(hasPassed).not.toHaveBeenCalled();
});
