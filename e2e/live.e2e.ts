import { expect, test } from './journey';
import { history, version } from './pages';
import { ana, ben, clara } from './people';

const slot = (date: string) => ({ date, from: '10:00', to: '11:00' });
/** Long before anything else would bring the page up to date; how long it takes is what the bench measures. */
const within = { timeout: 9000 };

test('What others do appears on every page without a reload', async ({ arrange, browserOf }) => {
  const room = await arrange.room();
  const reservationId = await arrange.booked(ana, room, slot(room.day));

  await test.step('A reservation that a manager cancels', async () => {
    const page = await browserOf(ana);
    await page.goto(`/reservations/${reservationId}`);
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await arrange.cancelled(clara, reservationId);
    await expect(version(page, 2)).toContainText('Clara', within);
    await expect(page.getByRole('status')).toHaveText('This page was updated.');
  });

  await test.step('A day on which somebody books', async () => {
    const page = await browserOf(ana);
    await page.goto(`/rooms/${room.roomId}/${room.day}`);
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await expect(history(page)).toHaveCount(2);
    await arrange.booked(ben, room, slot(room.day));
    await expect(history(page)).toHaveCount(3, within);
  });

  await test.step('A room that is closed', async () => {
    const page = await browserOf(ana);
    await page.goto(`/rooms/${room.roomId}`);
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await arrange.closed(room, { date: room.day, from: '12:00', to: '13:00' }, 'Works');
    await expect(history(page)).toHaveCount(2, within);
  });

  await test.step('A room that is added to the list, and my own booking in my list', async () => {
    const [list, mine] = [await browserOf(ana), await browserOf(ana)];
    await list.goto('/rooms');
    await mine.goto('/mine');
    await expect(list.getByText('Live', { exact: true })).toBeVisible();
    await expect(mine.getByText('Live', { exact: true })).toBeVisible();
    const added = await arrange.room({ name: 'Fresh' });
    await expect(list.getByRole('link', { name: added.name, exact: true })).toBeVisible(within);
    await arrange.booked(ana, added, slot(added.day));
    await expect(mine.getByText(added.name).first()).toBeVisible(within);
  });
});

test('What is typed stays when the page is brought up to date', async ({ arrange, browserOf }) => {
  const room = await arrange.room();
  const page = await browserOf(ana);
  await page.goto(`/rooms/${room.roomId}/${room.day}`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const form = page.getByRole('form', { name: `Book ${room.name}` });
  await form.getByLabel('Title', { exact: true }).fill('Half a thought');
  await form.getByLabel('From', { exact: true }).selectOption('15:00');
  await arrange.booked(ben, room, { date: room.day, from: '00:00', to: '01:00' });
  await expect(history(page)).toHaveCount(1, within);
  await expect(form.getByLabel('Title', { exact: true })).toHaveValue('Half a thought');
  await expect(form.getByLabel('From', { exact: true })).toHaveValue('15:00');
});

test('Tabs of one browser share one connection; the next takes over when the first is closed', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  const first = await browserOf(ana);
  let connections = 0;
  first.context().on('request', (request) => {
    if (request.url().includes('/api/live')) connections += 1;
  });
  await first.goto(`/rooms/${room.roomId}/${room.day}`);
  await expect(first.getByText('Live', { exact: true })).toBeVisible();
  const second = await first.context().newPage();
  await second.goto(`/rooms/${room.roomId}/${room.day}`);
  await expect(second.getByText('Live', { exact: true })).toBeVisible();
  expect(connections).toBe(1);
  await arrange.booked(ben, room, slot(room.day));
  await expect(history(first)).toHaveCount(1, within);
  await expect(history(second)).toHaveCount(1, within);
  await first.close();
  await arrange.booked(ben, room, { date: room.day, from: '12:00', to: '13:00' });
  await expect(history(second)).toHaveCount(2, within);
});
