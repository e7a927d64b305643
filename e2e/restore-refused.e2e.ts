import { written } from './calendar';
import { expect, test } from './journey';
import { refusal, version } from './pages';
import { ana, ben, clara } from './people';

test('Whose cancelled time went to someone else learns to whom, and books what is free instead, with title and note as they were', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room({ name: 'Fjord', open: [{ from: '08:00', to: '18:00' }] });
  const slot = { date: room.day, from: '10:00', to: '11:00' };
  const texts = { title: 'Offsite planning', note: 'Two screens' };
  const reservationId = await arrange.booked(ana, room, slot, texts);
  await arrange.cancelled(ana, reservationId);
  const restoring = { name: 'Restore the reservation' };
  const address = `/reservations/${reservationId}`;

  // Without scripts the page stays as it was, so that the button is pressed too late.
  const late = await browserOf(ana, { javaScriptEnabled: false });
  await late.goto(address);
  await arrange.booked(ben, room, slot);

  await test.step('Pressed too late', async () => {
    const form = late.getByRole('form', restoring);
    await form.getByRole('button', { name: 'Restore it' }).click();
    await expect(refusal(form)).toContainText(/was taken .* before you/);
    await expect(refusal(form)).toContainText('Ben Okafor holds 10:00–11:00');
    await expect(form.getByText('was taken')).toHaveCount(1);
    await expect(form.getByRole('button', { name: 'Restore it' })).toHaveCount(0);
    await expect(late.getByRole('form', { name: 'Book something else' })).toBeVisible();
  });

  await test.step('Opened too late', async () => {
    const page = await browserOf(ana);
    await page.goto(address);
    await expect(page.getByRole('form', restoring)).toContainText('Ben Okafor holds 10:00–11:00');
    const instead = page.getByRole('form', { name: 'Book something else' });
    await expect(instead.getByLabel('Title', { exact: true })).toHaveValue(texts.title);
    await expect(instead.getByLabel('Note (optional)')).toHaveValue(texts.note);
    await instead.getByRole('button', { name: `Book ${room.name}, 11:00–12:00` }).click();
    await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible();
    await expect(version(page, 1)).toContainText(
      `Ana booked ${room.name}, ${written(room.day)}, 11:00–12:00`,
    );
    await expect(page.getByRole('definition').filter({ hasText: texts.note })).toBeVisible();
  });

  await test.step('A manager is not offered to book it in a name of their own', async () => {
    const page = await browserOf(clara);
    await page.goto(address);
    await expect(page.getByText('only Ana Ruiz can book')).toBeVisible();
    await expect(page.getByRole('form', { name: 'Book something else' })).toHaveCount(0);
  });
});
