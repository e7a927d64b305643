import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { roomStream } from '@/domain/room/room';
import { RoomId } from '@/domain/shared/ids';
import type { LocalDate, LocalTime } from '@/domain/shared/time';
import { eventStore } from '../store';
import { offersAt } from './offers';
import { at, ben, booked, date, roomAdded, wish } from './query.fixture';

test('A room is offered from a time for an hour, else for its shortest, else not at all', async () => {
  const rooms = [await roomAdded('Atlas'), await roomAdded('Boreal'), await roomAdded('Cedar')];
  const [atlas = '', boreal, cedar] = rooms;
  if (!boreal || !cedar) throw new Error('The rooms should be there');
  await booked(ben, boreal, wish('10:30', '11:00'));
  await booked(ben, cedar, wish('09:30', '10:15'));
  const loaded = await (await eventStore()).readStates([...rooms, RoomId.of(v7())].map(roomStream));
  const asked = { date: date as LocalDate, time: '10:00' as LocalTime };
  expect(Object.fromEntries(await offersAt(loaded, asked, at('08:00')))).toEqual({
    [atlas]: { start: at('10:00'), end: at('11:00') },
    [boreal]: { start: at('10:00'), end: at('10:15') },
  });
  expect(await offersAt(loaded, asked, at('10:01'))).toEqual(new Map());
});
