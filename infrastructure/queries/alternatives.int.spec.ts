import { describe, expect, test } from 'vitest';
import { alternativesTo } from './alternatives';
import { ana, at, ben, booked, cancelled, roomAdded, wish } from './query.fixture';

const now = { actor: ana, now: at('00:00') };

describe('Alternatives to a taken slot', () => {
  test('are the nearest free time there, then other free rooms by seats; each can be booked', async () => {
    const atlas = await roomAdded('Atlas', 8);
    const small = await roomAdded('Small', 4);
    const large = await roomAdded('Large', 10);
    const huge = await roomAdded('Huge', 40);
    const winner = await booked(ben, atlas, wish('10:00', '11:00'));
    await booked(ben, atlas, wish('09:00', '10:00'));
    await booked(ben, large, wish('10:30', '11:30'));

    const found = await alternativesTo(atlas, wish('10:00', '11:00'), now);
    expect(found.map(({ roomId, wish: w, minutesAway }) => [roomId, w, minutesAway])).toEqual([
      [atlas, wish('11:00', '12:00'), 60],
      [huge, wish('10:00', '11:00'), 0],
      [small, wish('10:00', '11:00'), 0],
    ]);
    for (const alternative of found) await booked(ana, alternative.roomId, alternative.wish);

    await cancelled(ben, winner);
    const [again] = await alternativesTo(atlas, wish('10:00', '11:00'), now);
    expect(again).toMatchObject({ roomId: atlas, minutesAway: 0, sameRoom: true });
  });

  test('are none where no rule would let it be booked', async () => {
    const atlas = await roomAdded('Short', 3);
    const found = await alternativesTo(atlas, wish('08:00', '23:00'), now);
    expect(found).toEqual([]);
  });
});
