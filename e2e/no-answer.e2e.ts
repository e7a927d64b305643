import type { Page, Route } from '@playwright/test';
import { book, bookingForm, expectTyped, fillBooking, openDay } from './forms';
import { expect, test } from './journey';
import { aReservation, history, refusal } from './pages';
import { dmitri } from './people';

const texts = { title: 'Board games', note: 'Bring\nsnacks' };

/** What the browser says of requests that found no answer. */
const noAnswer = /Failed to fetch|An unexpected response|net::ERR_|503/;

/** Lets something else happen to what the next form sends. */
const onNextSending = async (page: Page, happens: (route: Route) => Promise<void>) => {
  const address = page.url();
  await page.route(address, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await happens(route);
    await page.unroute(address);
  });
};

test('A booking sent while offline keeps its form, and is sent again when connected', async ({
  arrange,
  browserOf,
  complaints,
}) => {
  complaints.expect(noAnswer);
  const room = await arrange.room();
  const page = await browserOf(dmitri);
  const wish = { date: room.day, from: '10:00', to: '11:00' };
  await fillBooking(await openDay(page, room), wish, texts);
  await page.context().setOffline(true);
  for (const tries of [1, 2]) {
    const form = bookingForm(page, room);
    await (tries === 1 ? book(form) : form.getByRole('button', { name: 'Send again' }).click());
    await expect(refusal(form)).toContainText('You are offline');
    await expect(refusal(form)).toBeFocused();
    await expectTyped(form, wish, texts);
  }
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toBeVisible();
  await page.context().setOffline(false);
  await bookingForm(page, room).getByRole('button', { name: 'Send again' }).click();
  await expect(page).toHaveURL(aReservation);
  expect(await arrange.bookingsOf(room)).toEqual(['reserved']);
});

test('A booking whose answer got lost was done once, also when it is sent again', async ({
  arrange,
  browserOf,
  complaints,
}) => {
  complaints.expect(noAnswer);
  const room = await arrange.room();
  const page = await browserOf(dmitri);
  const wish = { date: room.day, from: '10:00', to: '11:00' };
  const form = await openDay(page, room);
  await fillBooking(form, wish, texts);
  await onNextSending(page, async (route) => {
    await route.fetch({ maxRedirects: 0 });
    await route.abort('connectionreset');
  });
  await book(form);
  await expect(refusal(form)).toContainText('We cannot tell yet whether it was done');
  await expectTyped(form, wish, texts);
  expect(await arrange.bookingsOf(room)).toEqual(['reserved']);
  await form.getByRole('button', { name: 'Send again' }).click();
  await expect(page).toHaveURL(aReservation);
  await expect(history(page)).toHaveCount(1);
  expect(await arrange.bookingsOf(room)).toEqual(['reserved']);
});

test('A change that a failing server did not answer is kept in its form and sent again', async ({
  arrange,
  browserOf,
  complaints,
}) => {
  complaints.expect(noAnswer);
  const room = await arrange.room();
  const slot = { date: room.day, from: '10:00', to: '11:00' };
  const reservationId = await arrange.booked(dmitri, room, slot);
  const page = await browserOf(dmitri);
  await page.goto(`/reservations/${reservationId}?do=details`);
  const form = page.getByRole('form', { name: 'Change the details' });
  await form.getByLabel('Title', { exact: true }).fill('Chess');
  await onNextSending(page, (route) => route.fulfill({ status: 503, body: 'Down' }));
  await form.getByRole('button', { name: 'Save the details' }).click();
  await expect(refusal(form)).toContainText('We cannot tell yet whether it was done');
  await expect(form.getByLabel('Title', { exact: true })).toHaveValue('Chess');
  await form.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Chess' })).toBeVisible();
  await expect(history(page)).toHaveCount(2);
});
