import { v7 } from 'uuid';
import { expect, test } from './journey';
import { ana } from './people';

const noIds = [
  v7(),
  'x',
  '1',
  'a:b',
  '$where',
  encodeURIComponent('{"$ne":null}'),
  v7().toUpperCase(),
  v7().slice(1),
  '..%2F..%2Frooms',
  'é'.repeat(200),
];

test('The address of a reservation that never was leads to a page that says so', async ({
  browserOf,
  complaints,
}) => {
  complaints.expect(/404/);
  const page = await browserOf(ana);
  for (const id of noIds) {
    const response = await page.goto(`/reservations/${id}`);
    expect(response?.status(), id).toBe(404);
    await expect(
      page.getByRole('heading', { level: 1, name: 'There is no such reservation' }),
    ).toBeVisible();
    await expect(page).toHaveTitle('No such reservation · Roomlog');
  }
  const here = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]');
  await expect(here).toHaveText('Rooms');
  await page.getByRole('searchbox').fill('roadmap');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Search my reservations' }),
  ).toBeVisible();
});

test('The address of a room or a day that never was leads to a page that says so', async ({
  arrange,
  browserOf,
  complaints,
}) => {
  complaints.expect(/404/);
  const room = await arrange.room();
  const page = await browserOf(ana);
  const noDays = ['today', '2026-02-30', '2026-13-01', '26-1-1', '2026-11-20T10:00', '$gt', '0'];
  const paths = [
    ...noIds.map((id) => `/rooms/${id}`),
    `/rooms/${v7()}/${room.day}`,
    ...noDays.map((date) => `/rooms/${room.roomId}/${date}`),
  ];
  for (const path of paths) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(
      page.getByRole('heading', { level: 1, name: 'There is no such room or day' }),
    ).toBeVisible();
    await expect(page).toHaveTitle('No such room or day · Roomlog');
  }
  await page.getByRole('main').getByRole('link', { name: 'All rooms' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rooms' })).toBeVisible();
});

test('An address that names nothing at all leads to a page that says so', async ({
  browserOf,
  complaints,
}) => {
  complaints.expect(/404/);
  const page = await browserOf(ana);
  for (const path of ['/nowhere', '/log/x']) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    const heading = page.getByRole('heading', { level: 1, name: 'There is nothing here' });
    await expect(heading).toBeVisible();
    await expect(page).toHaveTitle('Not found · Roomlog');
  }
});
