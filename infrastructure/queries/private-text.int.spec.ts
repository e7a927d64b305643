import { expect, test } from 'vitest';
import type { Actor } from '@/domain/shared/actor';
import type { LocalDate } from '@/domain/shared/time';
import { ana, ben, booked, clara, date, roomAdded, wish } from './query.fixture';
import { reservationPage } from './reservation';
import { roomDayPage } from './room-day';
import { winnerView } from './winner';

test('A title is read by its owner and by managers, on no page by anyone else', async () => {
  const room = await roomAdded('Atlas');
  const id = await booked(ana, room, wish('09:00', '10:00'), 'Hiring panel');
  const seenBy = async (viewer: Actor | undefined) => {
    const pages = [
      await reservationPage(id, viewer),
      await roomDayPage(room, date as LocalDate, viewer),
      await winnerView(id, viewer),
    ];
    return pages.map((page) => JSON.stringify(page).includes('Hiring panel'));
  };
  expect(await seenBy(ana)).toEqual([true, true, true]);
  expect(await seenBy(clara)).toEqual([true, true, true]);
  expect(await seenBy(ben)).toEqual([false, false, false]);
  expect(await seenBy(undefined)).toEqual([false, false, false]);
});
