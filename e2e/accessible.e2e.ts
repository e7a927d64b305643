import type { BrowserContextOptions, Page } from '@playwright/test';
import { v7 } from 'uuid';
import type { Arrange } from './arrange';
import { faults } from './faults';
import { book, fillBooking, openDay } from './forms';
import { expect, test } from './journey';
import { refusal } from './pages';
import { ben, clara } from './people';

// A trace of every step would take longer than the steps; what axe finds says where it is.
test.use({ trace: 'off' });

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

/** Everything a manager sees: more than any member does. */
const everyPage = async (arrange: Arrange): Promise<Readonly<Record<string, string>>> => {
  const room = await arrange.room({ open: [{ from: '08:00', to: '18:00' }] });
  const slot = { date: room.day, from: '10:00', to: '11:00' };
  const reserved = await arrange.booked(clara, room, slot, {
    title: 'Quarterly planning',
    note: 'Bring the figures',
  });
  const refused = await arrange.refused(clara, room, slot);
  const cancelled = await arrange.booked(clara, room, { ...slot, from: '13:00', to: '14:00' });
  await arrange.cancelled(clara, cancelled);
  const others = await arrange.booked(ben, room, { ...slot, from: '15:00', to: '15:15' });
  await arrange.closed(room, { date: room.day, from: '16:00', to: '17:00' }, 'Painting');
  return {
    rooms: '/rooms',
    room: `/rooms/${room.roomId}`,
    day: `/rooms/${room.roomId}/${room.day}`,
    reserved: `/reservations/${reserved}`,
    'to be moved': `/reservations/${reserved}?do=move`,
    'to be changed': `/reservations/${reserved}?do=details`,
    'to be cancelled': `/reservations/${reserved}?do=cancel`,
    cancelled: `/reservations/${cancelled}`,
    refused: `/reservations/${refused}`,
    'someone else’s': `/reservations/${others}`,
    mine: '/mine',
    'mine, refused': '/mine?list=refused',
    'mine, empty': `/mine?list=refused&after=2000-01-01T00:00:00.000Z_${v7()}`,
    found: '/mine/search?q=quarterly',
    'what I did': '/mine/activity',
    'add a room': '/rooms/new',
    operations: '/operations',
    'not found': '/nowhere',
    'no such reservation': `/reservations/${v7()}`,
  };
};

/** The dark theme has other colours and nothing else. */
const rulesOf = { light: undefined, dark: ['color-contrast', 'link-in-text-block'] };
const themes = ['light', 'dark'] as const;

/** Shows all that waits behind a summary. */
const openAll = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('group')
    .evaluateAll((groups) => {
      for (const group of groups) if (group instanceof HTMLDetailsElement) group.open = true;
    });

for (const theme of themes) {
  for (const [size, options] of Object.entries({ desk, phone })) {
    test(`Everyone can use every page, ${theme}, at a ${size}`, async ({
      arrange,
      baseURL,
      browserOf,
      complaints,
    }) => {
      test.slow();
      complaints.expect(/404/);
      const page = await browserOf(clara, options);
      await page.context().addCookies([{ name: 'theme', value: theme, url: baseURL }]);
      const wide = options.viewport?.width ?? 0;
      for (const [name, path] of Object.entries(await everyPage(arrange))) {
        await test.step(name, async () => {
          await page.goto(path);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await openAll(page);
          expect.soft(await faults(page, rulesOf[theme]), name).toEqual([]);
          const across = await page.evaluate(() => document.documentElement.scrollWidth);
          expect.soft(across, `${name} needs no scrolling to the side`).toBeLessThanOrEqual(wide);
        });
      }
    });
  }
}

for (const theme of themes) {
  test(`Everyone can use a refused form, ${theme}, at a phone`, async ({
    arrange,
    baseURL,
    browserOf,
  }) => {
    const room = await arrange.room({ open: [{ from: '08:00', to: '18:00' }] });
    const page = await browserOf(ben, phone);
    await page.context().addCookies([{ name: 'theme', value: theme, url: baseURL }]);
    const form = await openDay(page, room);
    const early = { date: room.day, from: '06:00', to: '07:00' };
    await fillBooking(form, early, { title: 'Too early' });
    await book(form);
    await expect(refusal(form)).toBeVisible();
    expect(await faults(page, rulesOf[theme])).toEqual([]);
    await fillBooking(form, early, { title: '   ' });
    await book(form);
    await expect(refusal(form)).toContainText('Give it a title');
    expect(await faults(page, rulesOf[theme])).toEqual([]);
  });
}
