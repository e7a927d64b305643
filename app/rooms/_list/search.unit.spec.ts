import { describe, expect, test } from 'vitest';
import type { Period } from '@/domain/shared/time';
import { askedRooms, equipmentOf, fits, linkTo } from './search';

const atlas = { capacity: 12, equipment: ['Screen', 'Video'] };

describe('A search for rooms', () => {
  test('asks only for what can be read', () => {
    expect(askedRooms({ date: '2026-02-30', at: '24:00', seats: 'many', equipment: '  ' })).toEqual(
      {},
    );
    expect(askedRooms({ date: '2026-12-01', seats: '8', equipment: 'Video' })).toEqual({
      date: '2026-12-01',
      seats: 8,
      equipment: 'Video',
    });
  });

  test('finds rooms with as many seats or more, and with the equipment however it is written', () => {
    expect(fits(atlas, {})).toBe(true);
    expect(fits(atlas, { seats: 12, equipment: 'video' })).toBe(true);
    expect(fits(atlas, { seats: 13 })).toBe(false);
    expect(fits(atlas, { equipment: 'Piano' })).toBe(false);
  });

  test('for a time finds only rooms that would grant it', () => {
    const { at } = askedRooms({ at: '10:00' });
    const offer = { start: '2026-12-01T09:00:00.000Z', end: '2026-12-01T10:00:00.000Z' } as Period;
    expect([atlas, { ...atlas, offer }].map((room) => fits(room, { at }))).toEqual([false, true]);
  });

  test('goes on to other days', () => {
    const search = askedRooms({ at: '10:00', seats: '8', equipment: 'White board' });
    const { date } = askedRooms({ date: '2026-12-02' });
    expect(linkTo(search, date)).toBe(
      '/rooms?date=2026-12-02&at=10%3A00&seats=8&equipment=White+board',
    );
    expect(linkTo(search, undefined)).toBe('/rooms?at=10%3A00&seats=8&equipment=White+board');
    expect(linkTo({}, undefined)).toBe('/rooms');
  });

  test('offers each equipment once', () => {
    expect(equipmentOf([atlas, { equipment: ['screen', 'Board'] }])).toEqual([
      'Board',
      'Screen',
      'Video',
    ]);
  });
});
