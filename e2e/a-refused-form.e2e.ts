import type { Arrange, OwnRoom, RoomOptions, Typed } from './arrange';
import { daysFromToday, plusDays } from './calendar';
import { book, expectTyped, fillBooking, fillTime, openDay } from './forms';
import { expect, test } from './journey';
import { refusal, version } from './pages';
import { dmitri, grace } from './people';

const texts = { title: 'Interview', note: 'Bring\nthe plan' };

/** A rule, a room in which it bites, and a wish against it. */
type Rule = {
  readonly code: string;
  readonly says: string | RegExp;
  readonly room?: RoomOptions;
  readonly before?: (arrange: Arrange, room: OwnRoom) => Promise<unknown>;
  readonly wish: (room: OwnRoom) => Typed;
  /** Times the address chooses; a list offers what is on the grid only, and these. */
  readonly chosen?: string;
};

const on =
  (from: string, to: string) =>
  ({ day }: OwnRoom): Typed => ({ date: day, from, to });

const rules: readonly Rule[] = [
  {
    code: 'OUTSIDE_OPENING_HOURS',
    says: /is open 08:00–18:00 on \w+days/,
    // With a grid this fine the browser’s own time fields are used.
    room: { open: [{ from: '08:00', to: '18:00' }], rules: { gridMinutes: 1 } },
    wish: on('16:59', '18:01'),
  },
  {
    code: 'IN_THE_PAST',
    says: 'That time has already begun',
    wish: () => ({ date: daysFromToday(-1), from: '10:00', to: '11:00' }),
  },
  {
    code: 'OFF_THE_GRID',
    says: 'is booked in steps of 15 min',
    wish: on('10:07', '11:07'),
    chosen: '?from=10:07&to=11:07',
  },
  {
    code: 'ROOM_CLOSED',
    says: /is closed .*09:00–12:00; nobody can use it in that time/,
    before: (arrange, room) => arrange.closed(room, on('09:00', '12:00')(room), 'Painting'),
    wish: on('11:00', '12:30'),
  },
  {
    code: 'TOO_LONG',
    says: /2 h 15 min is too long for .* lasts at most 2 h\./,
    room: { rules: { longestMinutes: 120 } },
    wish: on('10:00', '12:15'),
  },
  {
    code: 'TOO_SHORT',
    says: /30 min is too short for .* lasts at least 1 h\./,
    room: { rules: { shortestMinutes: 60 } },
    wish: on('10:00', '10:30'),
  },
  {
    code: 'TOO_SOON',
    says: 'needs 30 days notice',
    room: { rules: { leadTimeMinutes: 30 * 24 * 60 } },
    wish: on('10:00', '11:00'),
  },
  {
    code: 'TOO_FAR_AHEAD',
    says: 'can be booked 7 days ahead',
    room: { rules: { horizonDays: 7 } },
    wish: ({ day }) => ({ date: plusDays(day, 8), from: '10:00', to: '11:00' }),
  },
];

for (const { code, says, room: options, before, wish, chosen } of rules) {
  test(`A booking refused with ${code} says so and keeps what was typed`, async ({
    arrange,
    browserOf,
  }) => {
    const room = await arrange.room(options);
    await before?.(arrange, room);
    const page = await browserOf(dmitri);
    const form = await openDay(page, room, { chosen });
    // Folded where nothing of the day can be booked.
    const summary = form.getByText('Fill in the form all the same');
    if (await summary.isVisible()) await summary.click();
    await fillBooking(form, wish(room), texts);
    await book(form);
    await expect(refusal(form)).toContainText(says);
    await expect(refusal(form)).toContainText(code);
    await expect(refusal(form)).toBeFocused();
    await expectTyped(form, wish(room), texts);
    await expect(refusal(form).getByRole('link', { name: 'Why it was refused' })).toBeVisible();
    expect(await arrange.reservationsIn(room)).toBe(0);
  });
}

test('A field that cannot be read is named, and the rest is kept', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  const page = await browserOf(grace);
  const form = await openDay(page, room);
  const wish = { date: room.day, from: '10:00', to: '11:00' };
  await fillBooking(form, wish, { title: '   ', note: texts.note });
  await book(form);
  await expect(refusal(form)).toContainText('Give it a title');
  await expect(form.getByLabel('Title', { exact: true })).toHaveAccessibleDescription(
    /Give it a title/,
  );
  await expectTyped(form, wish, { title: '   ', note: texts.note });
  expect(await arrange.reservationsIn(room)).toBe(0);
});

test('A text that is too long is counted and kept, not cut', async ({ arrange, browserOf }) => {
  const room = await arrange.room();
  const page = await browserOf(grace);
  const form = await openDay(page, room);
  const title = 'x'.repeat(130);
  const wish = { date: room.day, from: '10:00', to: '11:00' };
  await fillBooking(form, wish, { title });
  await expect(form).toContainText('130 of 120 characters, too long');
  await book(form);
  await expect(refusal(form)).toContainText('Use at most 120 characters');
  await expectTyped(form, wish, { title });
  expect(await arrange.reservationsIn(room)).toBe(0);
});

test('What is free instead is booked from the refused form, with what was typed', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room({ open: [{ from: '08:00', to: '18:00' }] });
  const page = await browserOf(grace);
  const form = await openDay(page, room);
  await fillBooking(form, { date: room.day, from: '17:30', to: '18:30' }, texts);
  await book(form);
  await form.getByRole('button', { name: `Book ${room.name}, 17:00–18:00` }).click();
  await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Bring the plan' })).toBeVisible();

  await test.step('and a refused move goes there too', async () => {
    await page.getByRole('link', { name: 'Move', exact: true }).click();
    const move = page.getByRole('form', { name: 'Move the reservation' });
    await fillTime(move, { date: room.day, from: '07:00', to: '08:00' });
    await move.getByRole('button', { name: 'Move it' }).click();
    await move.getByRole('button', { name: `Move to ${room.name}, 08:00–09:00` }).click();
    await expect(version(page, 2)).toContainText('Grace moved it from 17:00–18:00 to 08:00–09:00');
  });
});

test('A refused booking is booked by changing what was wrong and sending it again', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room({ open: [{ from: '08:00', to: '18:00' }] });
  const page = await browserOf(grace);
  const form = await openDay(page, room);
  await fillBooking(form, { date: room.day, from: '17:30', to: '18:30' }, texts);
  await book(form);
  await expect(refusal(form)).toContainText('OUTSIDE_OPENING_HOURS');
  await form.getByLabel('To', { exact: true }).selectOption('18:00');
  await book(form);
  await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Bring the plan' })).toBeVisible();
  expect(await arrange.reservationsIn(room)).toBe(1);
});
