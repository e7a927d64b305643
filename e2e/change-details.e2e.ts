import { book, bookingForm, fillBooking, openDay } from './forms';
import { expect, test } from './journey';
import { aReservation, version } from './pages';
import { ben, farid, hugo } from './people';

test('Title and note are changed; their owner and managers read them, other members read “Reserved”', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  const owner = await browserOf(farid);
  const slot = { date: room.day, from: '10:00', to: '11:00' };
  await fillBooking(await openDay(owner, room), slot, { title: 'Salary round' });
  await book(bookingForm(owner, room));
  await expect(owner).toHaveURL(aReservation);
  const address = owner.url();

  await test.step('The owner changes them', async () => {
    await owner.getByRole('link', { name: 'Change details' }).click();
    const form = owner.getByRole('form', { name: 'Change the details' });
    await expect(form.getByLabel('Title', { exact: true })).toHaveValue('Salary round');
    await form.getByLabel('Title', { exact: true }).fill('Salary round 2');
    await form.getByLabel('Note', { exact: true }).fill('Figures are in the drawer');
    await form.getByRole('button', { name: 'Save the details' }).click();
    await expect(owner.getByRole('heading', { level: 1, name: 'Salary round 2' })).toBeVisible();
    await expect(version(owner, 2)).toContainText(
      'Farid renamed it from “Salary round” to “Salary round 2” and added the note “Figures are in the drawer”',
    );
    await expect(
      owner.getByRole('definition').filter({ hasText: 'Figures are in the drawer' }),
    ).toBeVisible();
  });

  await test.step('What is as it was is not changed', async () => {
    await owner.getByRole('link', { name: 'Change details' }).click();
    const form = owner.getByRole('form', { name: 'Change the details' });
    await form.getByRole('button', { name: 'Save the details' }).click();
    await expect(form.getByText('Nothing was changed')).toBeVisible();
    await expect(form.getByRole('alert')).toHaveCount(0);
    await expect(form.getByLabel('Title', { exact: true })).toHaveValue('Salary round 2');
    await expect(form.getByLabel('Note', { exact: true })).toHaveValue('Figures are in the drawer');
  });

  await test.step('Another member reads that it is reserved, and by whom', async () => {
    const other = await browserOf(ben);
    for (const path of [address, `/rooms/${room.roomId}/${room.day}`]) {
      const response = await other.goto(path);
      expect(await response?.text()).not.toMatch(/Salary|drawer/);
      await expect(other.getByRole('main').getByText('Farid Amini').first()).toBeVisible();
    }
    await expect(
      other.getByRole('link', { name: /^Reserved Farid Amini.* 10:00–11:00/ }),
    ).toBeVisible();
    await other.goto(address);
    await expect(other.getByRole('heading', { level: 1, name: 'Reserved' })).toBeVisible();
    await expect(version(other, 2)).toContainText('Farid changed the title and added a note');
  });

  await test.step('A manager reads and changes them', async () => {
    const manager = await browserOf(hugo);
    await manager.goto(address);
    await expect(manager.getByRole('heading', { level: 1, name: 'Salary round 2' })).toBeVisible();
    await manager.getByRole('link', { name: 'Change details' }).click();
    const form = manager.getByRole('form', { name: 'Change the details' });
    await form.getByLabel('Note', { exact: true }).fill('');
    await form.getByRole('button', { name: 'Save the details' }).click();
    await expect(version(manager, 3)).toContainText('Hugo removed the note');
    await owner.goto(address);
    await expect(owner.getByRole('heading', { level: 1, name: 'Salary round 2' })).toBeVisible();
    await expect(owner.getByText('state = fold(events)')).toBeVisible();
  });
});
