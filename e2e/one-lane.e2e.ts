import { book, fillBooking, openDay } from './forms';
import { expect, test } from './journey';
import { aReservation } from './pages';
import { hugo } from './people';

test('An action, a page, a route and the start of the server share one lane', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  const page = await browserOf(hugo);
  const form = await openDay(page, room);
  await fillBooking(form, { date: room.day, from: '10:00', to: '11:00' }, { title: 'One lane' });
  await book(form);
  await expect(page).toHaveURL(aReservation);
  const health: unknown = await (await page.request.get('/api/health')).json();
  expect(health).toMatchObject({ status: 'ok', lane: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  const { lane, lanes } = health as { lane: string; lanes: readonly string[] };
  expect(lanes).toEqual([lane]);
});
