import type { Locator, Page } from '@playwright/test';
import { daysFromToday, written } from './calendar';
import { expect, test } from './journey';
import { aReservation, version } from './pages';
import { emi } from './people';

const hasFocus = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement);

/** Steps on with the Tab key until the target has the focus, which must be visible there. */
const tabTo = async (page: Page, target: Locator) => {
  await expect(target).toBeAttached();
  for (let steps = 0; !(await hasFocus(target)); steps += 1) {
    if (steps > 400) throw new Error(`The Tab key does not lead to ${String(target)}`);
    await page.keyboard.press('Tab');
  }
  await expectVisibleFocus(target);
};

const expectVisibleFocus = async (target: Locator) => {
  await expect(target).toBeVisible();
  const outline = await target.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
  });
  expect(outline, 'The outline of what has the focus').toBeGreaterThanOrEqual(1);
};

test('A room is booked with the keyboard alone, from the list of rooms', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room({ floor: '0' });
  const tomorrow = daysFromToday(1);
  const page = await browserOf(emi);
  await page.goto('/rooms');

  await test.step('The first step leads past what all pages share', async () => {
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the page' });
    await expect(skip).toBeFocused();
    await expectVisibleFocus(skip);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    const next = page.getByRole('main').getByRole('link').first();
    await expect(next).toBeFocused();
  });

  await test.step('To the day', async () => {
    await tabTo(page, page.getByRole('link', { name: room.name, exact: true }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: 'See today and book' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: `Day after, ${written(tomorrow)}` }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/rooms/${room.roomId}/${tomorrow}`);
  });

  await test.step('Through the form', async () => {
    const form = page.getByRole('form', { name: `Book ${room.name}` });
    await expect(form.getByLabel('Date', { exact: true })).toHaveValue(tomorrow);
    await tabTo(page, form.getByLabel('From', { exact: true }));
    await page.keyboard.type('14:00');
    await tabTo(page, form.getByLabel('To', { exact: true }));
    await page.keyboard.type('15:30');
    await tabTo(page, form.getByLabel('Title', { exact: true }));
    await page.keyboard.type('By keyboard');
    await tabTo(page, form.getByLabel('Note (optional)', { exact: true }));
    await page.keyboard.type('No mouse');
    await tabTo(page, form.getByRole('button', { name: 'Book', exact: true }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(aReservation);
    await expect(version(page, 1)).toContainText('14:00–15:30 for “By keyboard”');
  });

  await test.step('And cancelled', async () => {
    await tabTo(page, page.getByRole('link', { name: 'Cancel', exact: true }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Yes, cancel it' }));
    await page.keyboard.press('Space');
    await expect(version(page, 2)).toContainText('Emi cancelled it');
  });

  await test.step('A raw event is opened', async () => {
    const item = version(page, 2);
    await tabTo(
      page,
      item.getByText('ReservationCancelled', { exact: true }).locator('..').locator('..'),
    );
    await page.keyboard.press('Enter');
    await expect(item.getByText('"type": "ReservationCancelled"')).toBeVisible();
  });
});
