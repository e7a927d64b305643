import { expect, test } from './journey';
import { refusal } from './pages';
import { clara } from './people';

/*
 * React empties a form after every answer, and each kind of control needs its own remedy. Texts,
 * dates, lists of times and time fields are tested with refused bookings; here are the others.
 */

test('A refused closing keeps dates, times and reason', async ({ arrange, browserOf }) => {
  const room = await arrange.room();
  const page = await browserOf(clara);
  await page.goto(`/rooms/${room.roomId}`);
  const form = page.getByRole('form', { name: 'Close for a period' });
  await form.getByText('Close for a period', { exact: true }).click();
  await form.getByLabel('First day').fill(room.day);
  await form.getByLabel('From', { exact: true }).selectOption('12:00');
  await form.getByLabel('Last day').fill(room.day);
  await form.getByLabel('To', { exact: true }).selectOption('09:00');
  await form.getByLabel('Reason').fill('Painting');
  await form.getByRole('button', { name: 'Close the room' }).click();
  await expect(refusal(form)).toContainText('The end is not after the start');
  await expect(form.getByLabel('First day')).toHaveValue(room.day);
  await expect(form.getByLabel('From', { exact: true })).toHaveValue('12:00');
  await expect(form.getByLabel('Last day')).toHaveValue(room.day);
  await expect(form.getByLabel('To', { exact: true })).toHaveValue('09:00');
  await expect(form.getByLabel('Reason')).toHaveValue('Painting');
});

test('A room that is not added keeps its name, zone, hours and numbers', async ({ browserOf }) => {
  const page = await browserOf(clara);
  await page.goto('/rooms/new');
  const form = page.getByRole('form', { name: 'Add a room' });
  const typed = {
    Name: 'A room of contradictions',
    Floor: '12',
    Seats: '14',
    Equipment: 'Screen, Piano',
    'Time zone': 'America/Caracas',
    Wednesday: '09:00–17:00',
    Sunday: '10:00–12:00, 13:00–15:00',
    'Shortest (min)': '20',
    'Longest (min)': '240',
    'Ahead (days)': '30',
  };
  for (const [label, value] of Object.entries(typed)) {
    const field = form.getByLabel(label, { exact: true });
    await (label === 'Time zone' ? field.selectOption(value) : field.fill(value));
  }
  await form.getByRole('button', { name: 'Add the room' }).click();
  await expect(form.getByLabel('Shortest (min)')).toHaveAccessibleDescription(
    /Give a multiple of the steps of 15 min/,
  );
  for (const [label, value] of Object.entries(typed)) {
    await expect(form.getByLabel(label, { exact: true })).toHaveValue(value);
  }
});
