import { v7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { changeReservationDetails } from '@/domain/commands/change-reservation-details';
import { CommandId, type ReservationId } from '@/domain/shared/ids';
import { execute } from '@/infrastructure/execute';
import { ana, booked, clara, roomAdded, wish } from '@/infrastructure/queries/query.fixture';
import { reservationPage } from '@/infrastructure/queries/reservation';
import { sealedChanges, type Texts } from './sealed-changes';

let reservationId: ReservationId;
const opened = { title: 'Standup', note: '' };
beforeEach(async () => {
  reservationId = await booked(ana, await roomAdded('Atlas'), wish('09:00', '10:00'), 'Standup');
});

const send = async (typed: Texts, { shown = opened, commandId = v7(), actor = ana } = {}) =>
  execute(
    changeReservationDetails,
    {
      type: 'ChangeReservationDetails',
      commandId: CommandId.of(commandId),
      reservationId,
      ...(await sealedChanges(reservationId, shown, typed)),
    },
    { actor },
  );

const texts = async () => {
  const page = await reservationPage(reservationId, ana);
  if (page?.reservation.status !== 'reserved') throw new Error('It is not reserved');
  const { title, note } = page.reservation;
  return { title: page.texts[title.box], note: note && page.texts[note.box] };
};

test('The same form sent twice acts once, and gets the same answer again', async () => {
  const typed = { title: 'Retro', note: 'Bring cake' };
  const commandId = v7();
  const first = await send(typed, { commandId });
  expect(first).toMatchObject({ status: 'accepted' });
  expect(await send(typed, { commandId })).toEqual(first);
  expect((await reservationPage(reservationId, ana))?.position).toBe(2);
  expect(await texts()).toEqual(typed);
});

test('What was left as it was shown stays as someone else has changed it meanwhile', async () => {
  await send({ title: 'Planning', note: '' }, { actor: clara });
  await send({ ...opened, note: 'Bring cake' });
  expect(await texts()).toEqual({ title: 'Planning', note: 'Bring cake' });
});

test('An emptied note is removed', async () => {
  const noted = { ...opened, note: 'Bring cake' };
  await send(noted);
  await send(opened, { shown: noted });
  expect(await texts()).toEqual({ title: 'Standup', note: undefined });
});
