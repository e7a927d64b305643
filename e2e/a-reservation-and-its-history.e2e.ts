import { written } from './calendar';
import { faults } from './faults';
import { book, fillBooking, fillTime, openDay } from './forms';
import { expect, test } from './journey';
import { aReservation, history, version } from './pages';
import { ana, clara } from './people';

test('A booking is moved, cancelled and restored; the timeline tells it beside the state', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room({ name: 'Atlas' });
  const other = await arrange.room({ name: 'Boreal' });
  const page = await browserOf(ana);
  const day = written(room.day);
  const proven = page.getByText('state = fold(events)');
  const can = page.getByRole('navigation', { name: 'What you can do' });
  const said = page.getByRole('status');
  const setBy = (field: string, number: number) =>
    page.getByRole('link', { name: `${field} was set by version ${number}`, exact: true });

  await test.step('Booked', async () => {
    const form = await openDay(page, room);
    await fillBooking(
      form,
      { date: room.day, from: '10:00', to: '11:00' },
      { title: 'Hiring panel' },
    );
    await book(form);
    await expect(page).toHaveURL(aReservation);
    await expect(page.getByRole('heading', { level: 1, name: 'Hiring panel' })).toBeVisible();
    await expect(said).toHaveText(`Booked: ${room.name}, ${day}, 10:00–11:00`);
    await expect(version(page, 1)).toContainText(
      `Ana booked ${room.name}, ${day}, 10:00–11:00 for “Hiring panel”`,
    );
    await expect(version(page, 1)).toContainText('Ana Ruiz');
    await expect(version(page, 1)).toContainText(/UTC\+[12]/);
    await expect(setBy('Status', 1)).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: 'Confirmed' })).toBeVisible();
    await expect(proven).toBeVisible();
  });

  await test.step('What was proven, and on this view, is a press away', async () => {
    await proven.click();
    await expect(page.getByText('For this view 1 event was folded anew')).toBeVisible();
    await expect(page.getByText('The chain is intact')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('The chain is intact')).toBeHidden();
  });

  await test.step('What was done is told once', async () => {
    await expect(page.getByRole('main').getByText(`Booked: ${room.name}`)).toBeVisible();
    await page.reload();
    await expect(version(page, 1)).toBeVisible();
    await expect(page.getByText(`Booked: ${room.name}`)).toHaveCount(0);
  });

  await test.step('Moved to another room and time', async () => {
    await can.getByRole('link', { name: 'Move' }).click();
    const form = page.getByRole('form', { name: 'Move the reservation' });
    const choice = await form.getByRole('option', { name: other.name }).textContent();
    await form.getByLabel('Room', { exact: true }).selectOption({ label: choice ?? other.name });
    await fillTime(form, { date: room.day, from: '10:30', to: '12:00' });
    await form.getByRole('button', { name: 'Move it' }).click();
    await expect(said).toHaveText(`Moved to ${other.name}, ${day}, 10:30–12:00`);
    await expect(version(page, 2)).toContainText(
      `Ana moved it from ${room.name} 10:00–11:00 to ${other.name} 10:30–12:00`,
    );
    await expect(setBy('Room', 2)).toBeVisible();
    await expect(setBy('Time', 2)).toBeVisible();
    await expect(setBy('Title', 1)).toBeVisible();
    await expect(proven).toBeVisible();
  });

  await test.step('Cancelled, by a manager', async () => {
    const manager = await browserOf(clara);
    await manager.goto(page.url());
    await manager
      .getByRole('navigation', { name: 'What you can do' })
      .getByRole('link', { name: 'Cancel' })
      .click();
    await manager
      .getByRole('form', { name: 'Cancel the reservation' })
      .getByRole('button', { name: 'Yes, cancel it' })
      .click();
    await expect(manager.getByRole('status')).toHaveText('Cancelled; the room was given back');
    await expect(version(manager, 3)).toContainText('Clara cancelled it');
    await expect(version(manager, 3)).toContainText('Clara Weiss');
    await page.reload();
    await expect(can).toBeHidden();
    await expect(setBy('Status', 3)).toBeVisible();
    await expect(
      page.getByRole('definition').filter({ hasText: 'Cancelled by Clara' }),
    ).toBeVisible();
    await expect(proven).toBeVisible();
  });

  await test.step('Restored', async () => {
    await page
      .getByRole('form', { name: 'Restore the reservation' })
      .getByRole('button', { name: 'Restore it' })
      .click();
    await expect(said).toHaveText(`Restored: ${other.name}, ${day}, 10:30–12:00`);
    await expect(version(page, 4)).toContainText(
      `Ana restored it: ${other.name}, ${day}, 10:30–12:00`,
    );
    await expect(setBy('Status', 4)).toBeVisible();
    await expect(history(page)).toHaveCount(4);
    await expect(proven).toBeVisible();
  });

  await test.step('The days of both rooms tell it too', async () => {
    await page.goto(`/rooms/${room.roomId}/${room.day}`);
    await expect(version(page, 1)).toContainText('Ana took 10:00–11:00');
    await expect(version(page, 2)).toContainText('Ana gave back 10:00–11:00');
    await expect(proven).toBeVisible();
    await page.goto(`/rooms/${other.roomId}/${room.day}`);
    await expect(version(page, 3)).toContainText('Ana took 10:30–12:00');
    await expect(
      page.getByRole('list', { name: 'Reservations of the day' }).getByRole('listitem'),
    ).toHaveCount(1);
    await expect(proven).toBeVisible();
  });

  await test.step('It is among her reservations', async () => {
    await page.goto('/mine');
    await expect(page.getByRole('listitem').filter({ hasText: other.name })).toContainText(
      'Hiring panel',
    );
  });
});

test('A timeline item opens to the raw event, with its metadata', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  const slot = { date: room.day, from: '10:00', to: '11:00' };
  const reservationId = await arrange.booked(ana, room, slot);
  const page = await browserOf(ana);
  await page.goto(`/reservations/${reservationId}`);
  await version(page, 1).getByText('RoomReserved').first().click();
  await expect(version(page, 1)).toContainText('"type": "RoomReserved"');
  for (const name of ['messageId', 'correlationId', 'schemaVersion', 'commit.at', 'actor.id']) {
    await expect(version(page, 1).getByRole('term').filter({ hasText: name })).toBeVisible();
  }
  await expect(version(page, 1)).not.toContainText('Design review"');

  await test.step('and leads to all that was recorded with it, as a tree', async () => {
    await version(page, 1).getByRole('link', { name: 'What was recorded together' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What was recorded together');
    await expect(async () => {
      await page.reload();
      const events = page.getByRole('main').getByRole('link');
      await expect(events).toHaveText(['RoomReserved', 'SlotHeld'], { timeout: 1000 });
    }).toPass();
    expect(await faults(page, undefined)).toEqual([]);
    await page.getByRole('link', { name: 'SlotHeld' }).click();
    await expect(page).toHaveURL(new RegExp(`/rooms/${room.roomId}/${room.day}#v1$`));
  });
});
