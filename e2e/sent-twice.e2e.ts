import { caught, neverSent, sendAgain } from './caught-request';
import { book, bookingForm, fillBooking, openDay } from './forms';
import { expect, test } from './journey';
import { aReservation, history, refusal } from './pages';
import { farid, grace } from './people';

const texts = { title: 'Tasting' };

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`Two clicks on “Book” make one reservation, ${how} scripts`, async ({
    arrange,
    browserOf,
  }) => {
    const room = await arrange.room();
    const page = await browserOf(farid, { javaScriptEnabled });
    const form = await openDay(page, room);
    await fillBooking(form, { date: room.day, from: '10:00', to: '11:00' }, texts);
    await form.getByRole('button', { name: 'Book', exact: true }).dblclick();
    await expect(page).toHaveURL(aReservation);
    await expect(history(page)).toHaveCount(1);
    expect(await arrange.bookingsOf(room)).toEqual(['reserved']);
  });

  test(`Going back and sending the form again makes no second reservation, ${how} scripts`, async ({
    arrange,
    browserOf,
  }) => {
    const room = await arrange.room();
    const page = await browserOf(grace, { javaScriptEnabled });
    const slot = { date: room.day, from: '10:00', to: '11:00' };
    await fillBooking(await openDay(page, room), slot, texts);
    await book(bookingForm(page, room));
    await expect(page).toHaveURL(aReservation);
    await page.goBack();
    const form = bookingForm(page, room);
    await fillBooking(form, slot, texts);
    await book(form);
    await expect(refusal(form)).toContainText(`You already have ${room.name} at that time`);
    await expect(
      refusal(form).getByRole('link', { name: 'Open that other reservation' }),
    ).toBeVisible();
    expect(await arrange.reservationsIn(room)).toBe(1);
  });
}

test('A request that arrives twice is answered twice and done once', async ({
  arrange,
  browserOf,
  complaints,
}) => {
  complaints.expect(neverSent);
  const room = await arrange.room();
  const page = await browserOf(farid);
  const form = await openDay(page, room);
  await fillBooking(form, { date: room.day, from: '10:00', to: '11:00' }, texts);
  const request = await caught(page, () => book(form));
  expect(await arrange.bookingsOf(room)).toEqual([]);
  const [first, second] = [await sendAgain(page, request), await sendAgain(page, request)];
  const leadsTo = (response: typeof first) => response.headers()['x-action-redirect'];
  expect(leadsTo(first)).toMatch(/^\/reservations\/[0-9a-f-]{36}/);
  expect(leadsTo(second)).toBe(leadsTo(first));
  expect(await arrange.bookingsOf(room)).toEqual(['reserved']);
});

test('What another site makes a browser send is answered with 403 and not done', async ({
  arrange,
  browserOf,
  complaints,
}) => {
  complaints.expect(neverSent);
  const room = await arrange.room();
  const page = await browserOf(farid);
  const form = await openDay(page, room);
  await fillBooking(form, { date: room.day, from: '10:00', to: '11:00' }, texts);
  const request = await caught(page, () => book(form));
  for (const origin of ['https://elsewhere.example', 'null', 'http://127.0.0.1:1']) {
    expect((await sendAgain(page, request, origin)).status(), origin).toBe(403);
  }
  expect((await page.request.post('/rooms', { form: { a: 'b' } })).status()).toBe(403);
  expect(await arrange.bookingsOf(room)).toEqual([]);
  expect((await sendAgain(page, request)).status()).toBeLessThan(400);
  expect(await arrange.bookingsOf(room)).toEqual(['reserved']);
});
