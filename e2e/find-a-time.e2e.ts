import { written, plusDays } from './calendar';
import { book, bookingForm, fillBooking, openDay } from './forms';
import { expect, test } from './journey';
import { aReservation, version } from './pages';
import { ana, ben } from './people';

test('A room is found for an hour of a day, and its form opens with that hour', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  const taken = await arrange.room();
  await arrange.booked(ben, taken, { date: room.day, from: '10:00', to: '12:00' });
  const page = await browserOf(ana);
  await page.goto('/rooms');
  const find = page.getByRole('search', { name: 'Find a room' });
  await find.getByLabel('Date').fill(room.day);
  await find.getByLabel('Free at').selectOption('10:00');
  await find.getByRole('button', { name: 'Find' }).click();
  const row = page.getByRole('listitem').filter({ hasText: room.name });
  await expect(row).toContainText('free 10:00–11:00');
  await expect(page.getByRole('main')).not.toContainText(taken.name);
  await row.getByRole('link', { name: `Book ${room.name}` }).click();
  const form = bookingForm(page, room);
  await expect(form.getByLabel('From', { exact: true })).toHaveValue('10:00');
  await expect(form.getByLabel('To', { exact: true })).toHaveValue('11:00');
  await form.getByLabel('Title').fill('At ten');
  await book(form);
  await expect(page).toHaveURL(aReservation);
  await expect(version(page, 1)).toContainText(`${written(room.day)}, 10:00–11:00`);
});

test('A day on which nothing can be booked says why, and leads to the next free time', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room({ open: [{ from: '08:00', to: '09:00' }] });
  await arrange.booked(ben, room, { date: room.day, from: '08:00', to: '09:00' });
  const page = await browserOf(ana);
  const form = await openDay(page, room);
  const next = plusDays(room.day, 1);
  await expect(page.getByText('Nothing can be booked on this day')).toBeVisible();
  await expect(page.getByText('All that is left of it is taken.')).toBeVisible();
  await expect(form.getByLabel('Title')).toBeHidden();
  await page.getByRole('link', { name: `${written(next)}, 08:00–09:00` }).click();
  await expect(page).toHaveURL(new RegExp(`/${next}\\?`));
  await expect(form.getByLabel('From', { exact: true })).toHaveValue('08:00');
  await form.getByLabel('Title').fill('The day after');
  await book(form);
  await expect(version(page, 1)).toContainText(`${written(next)}, 08:00–09:00`);
});

test('A time chosen in the drawing goes into the form, and what was typed stays', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room({ open: [{ from: '08:00', to: '18:00' }] });
  const page = await browserOf(ana);
  const form = await openDay(page, room);
  const [from, to] = ['From', 'To'].map((label) => form.getByLabel(label, { exact: true }));
  if (!from || !to) throw new Error('The form has two times');
  const first = { date: room.day, from: '09:00', to: '10:30' };
  await fillBooking(form, first, { title: 'Interview', note: 'Bring the plan' });

  await test.step('The end follows the start', async () => {
    await from.selectOption('13:00');
    await expect(to).toHaveValue('14:30');
    await expect(form).toContainText('1 h 30 min');
  });

  await test.step('Chosen in the drawing', async () => {
    await page.locator('.free-slot', { hasText: '15:00–16:00' }).click();
    await expect(from).toHaveValue('15:00');
    await expect(to).toHaveValue('16:00');
    await expect(form.getByLabel('Title')).toHaveValue('Interview');
    await expect(form.getByLabel('Note')).toHaveValue('Bring the plan');
    await expect(page.locator('.wish-outline')).toHaveText('15:00–16:00 · 1 h');
  });

  await test.step('Taken along to another day', async () => {
    const next = plusDays(room.day, 1);
    await form.getByLabel('Date').fill(next);
    await form.getByRole('link', { name: `Show ${written(next)}` }).click();
    await expect(page).toHaveURL(new RegExp(`/${next}#book$`));
    await expect(form.getByLabel('Title')).toHaveValue('Interview');
    await expect(from).toHaveValue('15:00');
    await book(form);
    await expect(version(page, 1)).toContainText(`${written(next)}, 15:00–16:00`);
  });
});
