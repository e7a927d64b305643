import type { Page } from '@playwright/test';
import { written } from './calendar';
import { fillTime } from './forms';
import { expect, test } from './journey';
import { refusal, version } from './pages';
import { ana, ben, clara, hugo } from './people';

const unlikeOthers = () => Math.random().toString(36).slice(2, 8);

/** Opens what is behind a summary and gives the form it is in. */
const opened = async (page: Page, label: string) => {
  const form = page.getByRole('form', { name: label, exact: true });
  await form.getByText(label, { exact: true }).first().click();
  return form;
};

test('A manager adds a room and changes its details, hours and rules; its history tells it', async ({
  browserOf,
}) => {
  const page = await browserOf(clara);
  const name = `Juniper ${unlikeOthers()}`;
  const setBy = (field: string, number: number) =>
    page.getByRole('link', { name: `${field} was set by version ${number}`, exact: true });

  await test.step('Added', async () => {
    await page.goto('/rooms');
    await page.getByRole('link', { name: 'Add a room' }).click();
    const form = page.getByRole('form', { name: 'Add a room' });
    await form.getByLabel('Name').fill(name);
    await form.getByLabel('Floor').fill('Journeys');
    await form.getByLabel('Seats').fill('8');
    await form.getByLabel('Equipment').fill('Screen, Whiteboard');
    await form.getByLabel('Time zone').selectOption('Pacific/Auckland');
    await form.getByLabel('Saturday').fill('10:00–14:00');
    await form.getByRole('button', { name: 'Add the room' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByRole('main').getByText(`Added: ${name}`)).toBeVisible();
    await expect(version(page, 1)).toContainText(`Clara added ${name} on`);
    await expect(version(page, 1)).toContainText('with 8 seats');
    await expect(
      page.getByRole('definition').filter({ hasText: 'Pacific/Auckland' }),
    ).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Sat 10:00–14:00' })).toBeVisible();
  });

  await test.step('Details', async () => {
    const form = await opened(page, 'Change details');
    await form.getByLabel('Seats').fill('10');
    await form.getByLabel('Equipment').fill('Screen, Video');
    await form.getByRole('button', { name: 'Change details' }).click();
    await expect(page.getByText('The details are changed').first()).toBeVisible();
    await expect(version(page, 2)).toContainText(
      'Clara changed the seats from 8 to 10, added Video and removed Whiteboard',
    );
    await expect(setBy('Seats', 2)).toBeVisible();
    await expect(setBy('Floor', 1)).toBeVisible();
  });

  await test.step('Hours', async () => {
    const form = await opened(page, 'Change opening hours');
    await form.getByLabel('Saturday').fill('');
    await form.getByLabel('Friday').fill('08:00–12:00, 13:00–16:00');
    await form.getByRole('button', { name: 'Change opening hours' }).click();
    await expect(version(page, 3)).toContainText('Clara changed the opening hours');
    await expect(version(page, 3)).toContainText('to 08:00–12:00 and 13:00–16:00');
    await expect(version(page, 3)).toContainText('Sat from 10:00–14:00 to closed');
    await expect(setBy('Open', 3)).toBeVisible();
  });

  await test.step('Rules', async () => {
    const form = await opened(page, 'Change rules');
    await form.getByLabel('Shortest (min)').fill('30');
    await form.getByLabel('Buffer (min)').fill('15');
    await form.getByRole('button', { name: 'Change rules' }).click();
    await expect(version(page, 4)).toContainText(
      'Clara changed the rules: shortest booking from 15 min to 30 min and buffer from none to 15 min',
    );
    await expect(setBy('Buffer', 4)).toBeVisible();
    await expect(page.getByText('state = fold(events)')).toBeVisible();
  });
});

test('A room is closed when nothing is in the way, or with it cancelled; and reopened', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  const slot = { date: room.day, from: '10:00', to: '11:00' };
  const inTheWay = await arrange.booked(ana, room, slot, { title: 'Board meeting' });
  await arrange.booked(ben, room, { ...slot, from: '14:00', to: '15:00' });
  const page = await browserOf(hugo);
  await page.goto(`/rooms/${room.roomId}`);
  const form = await opened(page, 'Close for a period');

  await test.step('Refused: what is in the way is listed, and the form kept', async () => {
    await fillTime(form, { date: room.day, from: '09:00', to: '12:00' });
    await form.getByLabel('Reason').fill('Painting');
    await expect(form.getByRole('checkbox')).toHaveCount(0);
    await form.getByRole('button', { name: 'Close the room' }).click();
    await expect(refusal(form)).toContainText('1 reservation in the way');
    await expect(refusal(form)).toBeFocused();
    const listed = form.getByRole('list', { name: 'In the way' }).getByRole('listitem');
    await expect(listed).toHaveCount(1);
    await expect(listed).toContainText('Ana Ruiz, Board meeting');
    const link = listed.getByRole('link', { name: `${written(room.day)}, 10:00–11:00` });
    await expect(link).toHaveAttribute('href', `/reservations/${inTheWay}`);
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(form.getByLabel('First day')).toHaveValue(room.day);
    await expect(form.getByLabel('From', { exact: true })).toHaveValue('09:00');
    await expect(form.getByLabel('Reason')).toHaveValue('Painting');
    expect(await arrange.reservationsIn(room)).toBe(2);
  });

  await test.step('Closed, with it cancelled', async () => {
    await form.getByLabel('Cancel this reservation').check();
    await form.getByRole('button', { name: 'Close the room' }).click();
    await expect(
      page.getByText('The room is closed then; 1 reservation cancelled').first(),
    ).toBeVisible();
    await expect(version(page, 2)).toContainText(
      `Hugo closed it ${written(room.day)}, 09:00–12:00, because “Painting”`,
    );
    expect(await arrange.reservationsIn(room)).toBe(1);
    const owner = await browserOf(ana);
    await owner.goto(`/reservations/${inTheWay}`);
    await expect(version(owner, 2)).toContainText(
      `Hugo cancelled it, because ${room.name} was closed`,
    );
    await owner.goto(`/rooms/${room.roomId}/${room.day}`);
    await expect(owner.getByTitle(/^Closed: Painting, /)).toBeVisible();
  });

  await test.step('Reopened', async () => {
    await page
      .getByRole('form', { name: 'Reopen the room' })
      .getByRole('button', { name: `Reopen ${written(room.day)}, 09:00–12:00` })
      .click();
    await expect(version(page, 3)).toContainText(
      `Hugo reopened it; it was to be closed ${written(room.day)}, 09:00–12:00`,
    );
    await expect(page.getByRole('region', { name: 'Closed' })).toBeHidden();
    await expect(page.getByText('state = fold(events)')).toBeVisible();
  });
});

test('A room is taken out of use with what is in the way cancelled, and brought back', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  await arrange.booked(ana, room, { date: room.day, from: '10:00', to: '11:00' });
  const page = await browserOf(clara);
  await page.goto(`/rooms/${room.roomId}`);
  const form = await opened(page, 'Take out of use');
  await form.getByRole('button', { name: 'Take it out of use' }).click();
  await expect(refusal(form)).toContainText('RESERVATIONS_IN_THE_WAY');
  const another = await arrange.booked(ben, room, { date: room.day, from: '12:00', to: '13:00' });
  await form.getByLabel('Cancel this reservation').check();
  await form.getByRole('button', { name: 'Take it out of use' }).click();
  await expect(refusal(form)).toContainText('2 reservations in the way');
  await expect(form.getByRole('link', { name: '12:00–13:00' })).toHaveAttribute(
    'href',
    `/reservations/${another}`,
  );
  await form.getByLabel('Cancel these 2 reservations').check();
  await form.getByRole('button', { name: 'Take it out of use' }).click();
  await expect(page.getByText('Out of use', { exact: true })).toBeVisible();
  await expect(version(page, 2)).toContainText('Clara took it out of use');
  expect(await arrange.reservationsIn(room)).toBe(0);

  const member = await browserOf(ana);
  await member.goto(`/rooms/${room.roomId}/${room.day}`);
  await expect(member.getByText(`${room.name} is out of use`)).toBeVisible();
  await expect(member.getByRole('form', { name: `Book ${room.name}` })).toBeHidden();

  const back = await opened(page, 'Bring back into use');
  await back.getByRole('button', { name: 'Bring it back' }).click();
  await expect(version(page, 3)).toContainText('Clara brought it back into use');
  await member.reload();
  await expect(member.getByRole('form', { name: `Book ${room.name}` })).toBeVisible();
});

test('20: Opening hours sent on what another manager has changed meanwhile are refused, and kept to be sent again', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  const [one, other] = [await browserOf(clara), await browserOf(hugo)];
  for (const page of [one, other]) await page.goto(`/rooms/${room.roomId}`);
  const form = await opened(one, 'Change opening hours');
  await form.getByLabel('Saturday').fill('10:00–12:00');
  const hisForm = await opened(other, 'Change opening hours');
  await hisForm.getByLabel('Sunday').fill('13:00–14:00');
  await hisForm.getByRole('button', { name: 'Change opening hours' }).click();
  await expect(version(one, 2)).toContainText('Hugo changed the opening hours');

  await form.getByRole('button', { name: 'Change opening hours' }).click();
  await expect(refusal(form)).toContainText('Somebody changed this while the form was open');
  await expect(form.getByLabel('Saturday')).toHaveValue('10:00–12:00');
  await expect(version(one, 3)).toBeHidden();

  await form.getByRole('button', { name: 'Change opening hours' }).click();
  await expect(version(one, 3)).toContainText('Clara changed the opening hours');
});

test('Members see none of the forms of managers', async ({ arrange, browserOf }) => {
  const room = await arrange.room();
  await arrange.closed(room, { date: room.day, from: '09:00', to: '12:00' }, 'Painting');
  const page = await browserOf(ana);
  await page.goto('/rooms');
  await expect(page.getByRole('link', { name: room.name, exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add a room' })).toBeHidden();
  await page.goto('/rooms/new');
  await expect(page.getByText('Only a manager can add rooms')).toBeVisible();
  await expect(page.getByRole('main').getByRole('form')).toHaveCount(0);
  await page.goto(`/rooms/${room.roomId}`);
  await expect(page.getByRole('region', { name: 'Closed' })).toContainText('Painting');
  await expect(page.getByRole('main').getByRole('form')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Manage this room' })).toBeHidden();
});
