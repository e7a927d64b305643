import { nextClockChange, written, zurich } from './calendar';
import { book, fillBooking, fillTime, openDay } from './forms';
import { expect, test } from './journey';
import { aReservation, refusal, version } from './pages';
import { dmitri } from './people';

const farAhead = { rules: { horizonDays: 800 } };

test('Of a time that happens twice one is chosen, before anything is sent', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room({ timeZone: zurich, ...farAhead });
  const date = nextClockChange('back');
  const page = await browserOf(dmitri);

  await test.step('The second 02:30', async () => {
    const form = await openDay(page, room, { date });
    const from = form.getByLabel('From', { exact: true });
    await expect(from.getByRole('option', { name: '02:30 (UTC+2)' })).toBeAttached();
    await fillBooking(form, { date, from: '02:30 later', to: '04:00' }, { title: 'Late' });
    await expect(from.getByRole('option', { name: '02:30 (UTC+1)' })).toHaveJSProperty(
      'selected',
      true,
    );
    await expect(form).toContainText('1 h 30 min');
    await book(form);
    await expect(page).toHaveURL(aReservation);
    await expect(version(page, 1)).toContainText('02:30 (UTC+1)–04:00');
    await expect(page.getByRole('definition').filter({ hasText: '1 h 30 min' })).toBeVisible();
  });

  await test.step('The first 02:30 to the first 02:45, from the page of another day', async () => {
    const form = await openDay(page, room);
    await fillBooking(form, { date, from: '02:30', to: '02:45' }, { title: 'Early' });
    const [start, end] = ['02:30', '02:45'].map((time) =>
      form.getByLabel(`Which ${time} do you mean?`),
    );
    await start?.selectOption({ label: 'The second, at UTC+1' });
    await expect(end ?? form).toHaveValue('later');
    await start?.selectOption('earlier');
    await end?.selectOption('earlier');
    await expect(form).toContainText('15 min');
    await book(form);
    await expect(page).toHaveURL(aReservation);
    await expect(version(page, 1)).toContainText('02:30 (UTC+2)–02:45 (UTC+2)');
  });
});

test('A time the clock passes over is refused in words', async ({ arrange, browserOf }) => {
  const room = await arrange.room({ timeZone: zurich, ...farAhead });
  const date = nextClockChange('forward');
  const page = await browserOf(dmitri);
  const form = await openDay(page, room);
  await fillBooking(form, { date, from: '02:30', to: '04:00' }, { title: 'Night shift' });
  await expect(form).toContainText(/There is no 02:30 on .*: the clocks are set forward/);
  await book(form);
  await expect(refusal(form)).toContainText(`There is no 02:30 on ${written(date)}`);
  await expect(refusal(form)).toContainText(
    'The clocks in Europe/Zurich are set forward that night and pass over it.',
  );
  await fillTime(form, { date, from: '01:00', to: '04:00' });
  await book(form);
  await expect(page).toHaveURL(aReservation);
  await expect(page.getByRole('definition').filter({ hasText: /01:00–04:00.*2 h,/ })).toBeVisible();
});

test('Times are those on the wall of the room, wherever the browser is', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room({ timeZone: 'Pacific/Auckland' });
  const page = await browserOf(dmitri, { timezoneId: 'America/New_York', locale: 'en-US' });
  const form = await openDay(page, room);
  await expect(form).toContainText('Local time of the room, Pacific/Auckland.');
  await fillBooking(form, { date: room.day, from: '09:00', to: '10:00' }, { title: 'Kick-off' });
  await book(form);
  await expect(page).toHaveURL(aReservation);
  await expect(version(page, 1)).toContainText(`${written(room.day)}, 09:00–10:00`);
  await expect(version(page, 1)).toContainText(/Pacific\/Auckland|UTC\+1[23]/);
  await expect(page.getByRole('definition').filter({ hasText: 'Pacific/Auckland' })).toBeVisible();
  await page.goto('/rooms');
  const row = page.getByRole('listitem').filter({ hasText: room.name });
  await expect(row).toContainText('Pacific/Auckland');
});
