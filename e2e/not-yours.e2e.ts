import type { Page } from '@playwright/test';
import { caught, neverSent, sendAgain } from './caught-request';
import { chooseWhoActs } from './choose-who-acts';
import { expect, test } from './journey';
import { history } from './pages';
import { ana, ben } from './people';

const cancelForm = (page: Page) => page.getByRole('form', { name: 'Cancel the reservation' });

test('Someone else’s reservation shows nothing to change it with', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  const slot = { date: room.day, from: '10:00', to: '11:00' };
  const reservationId = await arrange.booked(ana, room, slot);
  const cancelledId = await arrange.booked(ana, room, { ...slot, from: '11:00', to: '12:00' });
  await arrange.cancelled(ana, cancelledId);
  const page = await browserOf(ben);
  for (const id of [reservationId, cancelledId]) {
    for (const form of ['', '?do=move', '?do=details', '?do=cancel', '?do=restore']) {
      await page.goto(`/reservations/${id}${form}`);
      await expect(page.getByRole('heading', { level: 1, name: 'Reserved' })).toBeVisible();
      await expect(page.getByRole('navigation', { name: 'What you can do' })).toBeHidden();
      await expect(page.getByRole('main').getByRole('form')).toHaveCount(0);
    }
  }
});

test('A form of hers, left open and sent by someone else, is refused', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  const slot = { date: room.day, from: '10:00', to: '11:00' };
  const reservationId = await arrange.booked(ana, room, slot);
  const page = await browserOf(ana);
  await page.goto(`/reservations/${reservationId}?do=cancel`);
  const otherTab = await page.context().newPage();
  await otherTab.goto('/rooms');
  await chooseWhoActs(otherTab, ben);
  await cancelForm(page).getByRole('button', { name: 'Yes, cancel it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Reserved' })).toBeVisible();
  await page.reload();
  await expect(history(page)).toHaveCount(1);
  expect(await arrange.reservationsIn(room)).toBe(1);
});

test('A hand-made POST of someone else changes nothing; the same one of the owner does', async ({
  arrange,
  browserOf,
  complaints,
}) => {
  complaints.expect(neverSent);
  const room = await arrange.room();
  const slot = { date: room.day, from: '10:00', to: '11:00' };
  const reservationId = await arrange.booked(ana, room, slot);
  const hers = await browserOf(ana);
  await hers.goto(`/reservations/${reservationId}?do=cancel`);
  const request = await caught(hers, () =>
    cancelForm(hers).getByRole('button', { name: 'Yes, cancel it' }).click(),
  );
  const refused = await sendAgain(await browserOf(ben), request);
  expect(await refused.text()).toContain('NOT_YOURS');
  expect(await arrange.reservationsIn(room)).toBe(1);
  await sendAgain(hers, request);
  expect(await arrange.reservationsIn(room)).toBe(0);
});
