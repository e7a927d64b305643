import { written } from './calendar';
import { book, bookingForm, expectTyped, fillBooking, fillTime, openDay } from './forms';
import { expect, test } from './journey';
import { aReservation, refusal, version } from './pages';
import { ana, ben } from './people';

const withoutScripts = { javaScriptEnabled: false };

test('Without scripts a member is chosen, and so is a theme', async ({ browserOf }) => {
  const page = await browserOf(undefined, withoutScripts);
  await page.goto('/mine');
  await expect(page.getByLabel('You are')).toHaveValue(ana.id);
  await page.getByLabel('You are').selectOption({ label: ben.name });
  await page.getByRole('button', { name: 'Switch' }).click();
  await expect(page.getByLabel('You are')).toHaveValue(ben.id);
  await expect(page).toHaveURL('/mine');
  const background = () =>
    page.getByRole('main').evaluate((main) => getComputedStyle(main.ownerDocument.body).color);
  const before = await background();
  await page.getByRole('button', { name: /Change to light/ }).click();
  await page.getByRole('button', { name: /Change to dark/ }).click();
  await expect(page.getByRole('button', { name: /^Theme: dark/ })).toBeVisible();
  expect(await background()).not.toBe(before);
});

test('Without scripts a room is booked, refused with the form kept, moved, cancelled and restored', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room({ open: [{ from: '08:00', to: '18:00' }] });
  const taken = { date: room.day, from: '08:00', to: '09:00' };
  const texts = { title: 'Reading circle', note: 'Chapter 4\nand 5' };
  const page = await browserOf(ana, withoutScripts);
  const can = page.getByRole('navigation', { name: 'What you can do' });

  await test.step('Refused, the form kept', async () => {
    const form = await openDay(page, room);
    await arrange.booked(ben, room, taken);
    await fillBooking(form, taken, texts);
    await book(form);
    await expect(refusal(form)).toContainText('was taken');
    await expect(refusal(form)).toContainText('Ben Okafor');
    await expectTyped(form, taken, texts);
  });

  await test.step('The refusal has its page', async () => {
    const link = refusal(bookingForm(page, room)).getByRole('link', { name: /^Why/ });
    const address = await link.getAttribute('href');
    const other = await browserOf(ana, withoutScripts);
    await other.goto(address ?? '');
    await expect(version(other, 1)).toContainText('was refused: Ben had it first');
    await other.getByLabel('Title', { exact: true }).fill('Meeting');
    await other.getByRole('button', { name: `Book ${room.name}, 09:00–10:00` }).click();
    await expect(other).toHaveURL(aReservation);
    await expect(other.getByRole('heading', { level: 1, name: 'Meeting' })).toBeVisible();
  });

  await test.step('Booked at another time', async () => {
    const form = bookingForm(page, room);
    await fillTime(form, { date: room.day, from: '10:00', to: '11:00' });
    await book(form);
    await expect(page).toHaveURL(aReservation);
    await expect(version(page, 1)).toContainText('10:00–11:00 for “Reading circle”');
    await expect(page.getByText(`Booked: ${room.name}`)).toBeVisible();
    await page.reload();
    await expect(page.getByText(`Booked: ${room.name}`)).toBeHidden();
  });

  await test.step('Moved', async () => {
    await can.getByRole('link', { name: 'Move' }).click();
    const form = page.getByRole('form', { name: 'Move the reservation' });
    await fillTime(form, taken);
    await form.getByRole('button', { name: 'Move it' }).click();
    await expect(refusal(form)).toContainText('was taken');
    await fillTime(form, { date: room.day, from: '15:00', to: '16:00' });
    await form.getByRole('button', { name: 'Move it' }).click();
    await expect(version(page, 2)).toContainText('Ana moved it from 10:00–11:00 to 15:00–16:00');
  });

  await test.step('Details changed', async () => {
    await can.getByRole('link', { name: 'Change details' }).click();
    const form = page.getByRole('form', { name: 'Change the details' });
    await form.getByLabel('Title', { exact: true }).fill('Reading circle, last time');
    await form.getByRole('button', { name: 'Save the details' }).click();
    await expect(version(page, 3)).toContainText('to “Reading circle, last time”');
  });

  await test.step('Cancelled and restored', async () => {
    await can.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Yes, cancel it' }).click();
    await expect(version(page, 4)).toContainText('Ana cancelled it');
    await page.getByRole('button', { name: 'Restore it' }).click();
    await expect(version(page, 5)).toContainText(
      `Ana restored it: ${room.name}, ${written(room.day)}, 15:00–16:00`,
    );
    await expect(page.getByText('state = fold(events)')).toBeVisible();
  });

  await test.step('A raw event is opened', async () => {
    await version(page, 5).getByText('ReservationRestored', { exact: true }).click();
    await expect(version(page, 5).getByText('"type": "ReservationRestored"')).toBeVisible();
  });
});
