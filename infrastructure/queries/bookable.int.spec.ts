import { describe, expect, test } from 'vitest';
import { roomStream, type RoomRef } from '@/domain/room/room';
import { plusDays } from '@/domain/shared/days';
import type { RoomId } from '@/domain/shared/ids';
import type { Loaded } from '@/domain/shared/stream';
import type { LocalDate, LocalDateTime } from '@/domain/shared/time';
import { eventStore } from '../store';
import { bookableDay, nextBookable } from './bookable';
import { at, ben, booked, date, roomAdded, wish } from './query.fixture';

const loaded = async (roomId: RoomId): Promise<Loaded<RoomRef>> => {
  const [room] = await (await eventStore()).readStates([roomStream(roomId)]);
  if (!room) throw new Error('The room should be there');
  return room;
};

const on = date as LocalDate;
const midnight = `${plusDays(on, 1)}T00:00` as LocalDateTime;

describe('What of a day can be booked', () => {
  test('is what nothing holds, from now on, on the grid', async () => {
    const roomId = await roomAdded('Atlas');
    await booked(ben, roomId, wish('10:00', '11:00'));
    await booked(ben, roomId, wish('21:00', '23:45'));
    const { times } = await bookableDay(await loaded(roomId), on, at('08:07'));
    expect(times).toEqual([
      { start: at('08:15'), end: at('10:00') },
      { start: at('11:00'), end: at('21:00') },
      { start: at('23:45'), end: `${midnight}:00.000Z` },
    ]);
  });
});

describe('The next time that can be booked', () => {
  test('is on the day itself when there is one, else on the first day after it that has one', async () => {
    const roomId = await roomAdded('Boreal');
    const room = await loaded(roomId);
    const now = at('17:00');
    expect(await nextBookable(room, on, now)).toMatchObject({ date: on, time: { start: now } });
    await booked(ben, roomId, wish('17:00', '20:00'));
    await booked(ben, roomId, { ...wish('20:00', ''), endsAt: midnight });
    const next = plusDays(on, 1);
    expect(await nextBookable(room, on, now)).toMatchObject({ date: next });
  });

  test('is none beyond the horizon', async () => {
    const room = await loaded(await roomAdded('Cedar'));
    expect(await nextBookable(room, plusDays(on, 366), at('17:00'))).toBeUndefined();
  });
});
