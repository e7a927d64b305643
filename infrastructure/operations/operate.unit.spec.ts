import { MongoServerError } from 'mongodb';
import { beforeEach, expect, test, vi } from 'vitest';
import { background } from '../app-background';
import { replayParked } from '../event-log/replay-parked';
import { operateParked } from './operate';

vi.mock('../app-background', () => ({ background: vi.fn() }));
vi.mock('../event-log/replay-parked', () => ({ replayParked: vi.fn() }));

beforeEach(() => {
  const running = [{ name: 'search@1' }];
  vi.mocked(background).mockResolvedValue({ running } as never);
});

test('A parked event that fails again is told with its error', async () => {
  vi.mocked(replayParked).mockRejectedValue(new Error('A bug of apply'));
  expect(await operateParked('search@1', 7, 'replay')).toEqual({ stillFails: 'A bug of apply' });
});

test('A parked event that fails again is told without any value that was stored', async () => {
  const message = 'E11000 duplicate key error dup key: { title: "Interview" }';
  vi.mocked(replayParked).mockRejectedValue(new MongoServerError({ message, code: 11000 }));
  const result = await operateParked('search@1', 7, 'replay');
  expect(result).toHaveProperty('stillFails');
  expect(JSON.stringify(result)).not.toContain('Interview');
});

test('A parked event of a subscription that this process does not know is handed over to nobody', async () => {
  vi.mocked(replayParked).mockClear();
  expect(await operateParked('search@2', 7, 'replay')).toBe('unknown');
  expect(replayParked).not.toHaveBeenCalled();
});
