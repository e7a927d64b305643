import type { Page } from '@playwright/test';
import { activityOfMembers } from '@/infrastructure/read-models/activity-of-members';
import { useOfRooms } from '@/infrastructure/read-models/use-of-rooms';
import { breakRows } from './broken-rows';
import { faults } from './faults';
import { expect, test } from './journey';
import { leaveFailedRebuild, leaveSubscription } from './left-behind';
import { refusal } from './pages';
import { ana, ben, clara, hugo } from './people';

/** What cannot be handled is tried five times with growing pauses, about eight seconds, until it stops. */
const untilItStops = { timeout: 30_000 };

/** One subscription on the page, its form, and the form of the rows it keeps. */
const parts = (page: Page, name: string) => {
  const form = page.getByRole('form', { name: `Operate ${name}` });
  return {
    form,
    item: page.getByRole('listitem').filter({ has: form }),
    rows: page
      .getByRole('listitem')
      .filter({ has: page.getByRole('form', { name: `Rows of ${name}` }) }),
  };
};

test('A manager sees at which event a subscription stopped; it is skipped, handed over again, and rebuilt', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  const broken = await breakRows(activityOfMembers, { streamName: `room:${room.roomId}` });
  await arrange.closed(room, { date: room.day, from: '12:00', to: '13:00' }, 'Works');
  const page = await browserOf(clara);
  await page.goto('/rooms');
  await page.getByRole('link', { name: 'Operate' }).click();
  const { form, item, rows } = parts(page, 'activity_of_members@1');

  await test.step('It stopped: the event and the error are there, without a reload', async () => {
    await expect(item).toContainText('Stopped', untilItStops);
    await expect(item).toContainText(`RoomClosed of room:${room.roomId}, was tried 5 times`);
    await expect(item).toContainText('Document failed validation');
    await expect(page.getByText(/needs? a look/)).toBeVisible();
    const health: unknown = await (await page.request.get('/api/health')).json();
    const trouble = { what: 'subscription', name: 'activity_of_members@1', state: 'stopped' };
    expect(health).toMatchObject({
      status: 'ok',
      troubles: expect.arrayContaining([trouble]),
    });
    expect(await faults(page)).toEqual([]);
  });

  await test.step('Skipped, it goes on without the event', async () => {
    await form.getByText('Skip the event').click();
    await form.getByRole('button', { name: 'Skip it' }).click();
    await expect(form).toContainText('The event was skipped and put aside');
    await expect(item).not.toContainText('Stopped');
    await expect(form.getByRole('heading', { name: 'Put aside' })).toBeVisible();
    expect(await broken.found()).toHaveLength(1);
  });

  await test.step('Handed over again it still fails, and stays', async () => {
    await form.getByRole('button', { name: /^Hand event \d+ over again/ }).click();
    await expect(refusal(form)).toContainText('It cannot be handled yet');
    await expect(refusal(form)).toContainText('STILL_FAILS');
    expect(await faults(page)).toEqual([]);
  });

  await test.step('Mended, it is handled', async () => {
    await broken.mend();
    await form.getByRole('button', { name: /^Hand event \d+ over again/ }).click();
    await expect(form).toContainText('The event was handled');
    await expect(form.getByRole('heading', { name: 'Put aside' })).toBeHidden();
    expect(await broken.found()).toHaveLength(2);
  });

  await test.step('A preview finds nothing to change; a rebuild puts the same rows there', async () => {
    await rows.getByRole('button', { name: 'Preview a rebuild' }).click();
    await expect(rows).toContainText('a rebuild would change none of');
    await rows.getByRole('button', { name: 'Rebuild', exact: true }).click();
    await expect(rows).toContainText(/Rebuilt from [\d,]+ events/);
    expect(await broken.found()).toHaveLength(2);
  });
});

test('Without scripts a stopped subscription is tried again, paused and resumed', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  const slot = { date: room.day, from: '09:00', to: '10:00' };
  await arrange.booked(ana, room, slot);
  const broken = await breakRows(useOfRooms, { roomId: room.roomId });
  await arrange.booked(ben, room, { ...slot, from: '14:00', to: '14:30' });
  const page = await browserOf(hugo, { javaScriptEnabled: false });
  const { form, item } = parts(page, 'use_of_rooms@1');
  const press = (name: string) => form.getByRole('button', { name, exact: true }).click();
  const untilItSays = (what: string) =>
    expect(async () => {
      await page.goto('/operations');
      await expect(item).toContainText(what, { timeout: 500 });
    }).toPass(untilItStops);

  await untilItSays('Stopped');
  await broken.mend();
  await press('Try the event again');
  await expect(form).toContainText('The event will be tried again');
  await untilItSays('Up to date');
  await press('Pause');
  await expect(form).toContainText('It was paused');
  await expect(item.getByText('Paused', { exact: true })).toBeVisible();
  await press('Resume');
  await expect(form).toContainText('It was resumed');
  await untilItSays('Up to date');
  expect(await broken.found()).toMatchObject([{ bookedMinutes: 90, reservations: 2 }]);
});

test('What an earlier version left behind begins again or is forgotten; a failed rebuild is cleared away', async ({
  browserOf,
}) => {
  const left = await leaveSubscription('letters@1');
  const failed = await leaveFailedRebuild('search@1', 'A bug of apply');
  const page = await browserOf(clara);
  await page.goto('/operations');
  const { form, item } = parts(page, 'letters@1');
  const choose = async (summary: string, confirm: string) => {
    await form.getByText(summary, { exact: true }).first().click();
    await form.getByRole('button', { name: confirm, exact: true }).click();
  };

  await test.step('Dropped', async () => {
    await expect(item).toContainText('No such mailbox');
    await choose('Drop event 2', 'Drop it');
    await expect(form).toContainText('The event was dropped');
    await expect(item).not.toContainText('No such mailbox');
  });

  await test.step('Set back to the beginning', async () => {
    await choose('Begin again', 'Begin again from the first event');
    await expect(form).toContainText('It was set back to the first event');
    await expect(item).toContainText('Nobody at work');
    expect(await left.checkpoint()).toMatchObject({ position: 0, status: 'running' });
  });

  await test.step('Forgotten', async () => {
    await choose('Forget it', 'Forget it');
    await expect(item).toBeHidden();
    expect(await left.checkpoint()).toBeNull();
  });

  await test.step('A rebuild that was given up', async () => {
    const { rows } = parts(page, 'search@1');
    await expect(rows).toContainText('The rebuild was given up at event 1; the rows in use stayed');
    await expect(rows).toContainText('A bug of apply');
    await rows.getByRole('button', { name: 'Clear away' }).click();
    await expect(rows).toContainText('It was given up; the rows in use stay');
    await expect(rows).not.toContainText('A bug of apply');
    expect(await failed.isRetired()).toBe(true);
  });
});

test('Nobody but a manager sees how the app runs', async ({ browserOf, complaints }) => {
  const page = await browserOf(ana);
  await page.goto('/rooms');
  await expect(page.getByRole('link', { name: 'Rooms', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Operate' })).toBeHidden();
  complaints.expect(/403/);
  const answer = await page.goto('/operations');
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole('heading', { name: 'Only a manager can see this' })).toBeVisible();
  await expect(page.getByRole('form', { name: /^Operate/ })).toHaveCount(0);
  expect(await faults(page)).toEqual([]);
});
