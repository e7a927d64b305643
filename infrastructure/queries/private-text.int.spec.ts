import { expect, test } from 'vitest';
import type { Actor } from '@/domain/shared/actor';
import { MemberId } from '@/domain/shared/ids';
import type { LocalDate } from '@/domain/shared/time';
import { forgetPerson } from '../forget-person';
import { mongoClient } from '../mongodb/client';
import { databaseName } from '../mongodb/database-name';
import { readModelsInPlain } from '../read-models/read-models';
import { eventStore } from '../store';
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

test('76: Of who was forgotten every page knows that it was erased, for everyone, and shows no text', async () => {
  const emi: Actor = { id: MemberId.of('emi.tanaka'), role: 'member' };
  const room = await roomAdded('Basil');
  const id = await booked(emi, room, wish('09:00', '10:00'), 'Salary talk');
  const before = await reservationPage(id, emi);
  const { sealing } = await eventStore();
  const client = await mongoClient();
  await forgetPerson(
    { client, db: client.db(databaseName()), sealing, inPlain: readModelsInPlain(sealing) },
    emi.id,
  );
  for (const viewer of [emi, clara, ben, undefined]) {
    const page = await reservationPage(id, viewer);
    const day = await roomDayPage(room, date as LocalDate, viewer);
    expect(Object.values(page?.texts ?? {})).toEqual([null]);
    expect(JSON.stringify([page, day])).not.toContain('Salary talk');
    expect(page?.events).toEqual(before?.events);
    expect(page?.foldMatches).toBe(true);
  }
});
