import type { Locator, Page } from '@playwright/test';
import type { Member } from '@/infrastructure/members';
import { written } from './calendar';
import { chooseWhoActs } from './choose-who-acts';
import { book, bookingForm, expectTyped, fillBooking, openDay } from './forms';
import { expect, test } from './journey';
import { aReservation, history, refusal, version } from './pages';
import { ana, ben, emi } from './people';

test('Of two people who book one slot at the same time one gets it; the other learns why, keeps what was typed, and books what is free', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room({ name: 'Cedar', open: [{ from: '08:00', to: '18:00' }] });
  // The first free hour, which the form of the other suggests until it is taken.
  const slot = { date: room.day, from: '08:00', to: '09:00' };
  const when = `${written(room.day)}, 08:00–09:00`;
  const texts = { title: 'Offsite planning', note: 'Two screens\nand the flipchart' };

  const ready = async (who: Member) => {
    const page = await browserOf(undefined);
    await page.goto('/rooms');
    await chooseWhoActs(page, who);
    await fillBooking(await openDay(page, room), slot, texts);
    return { who, page };
  };
  const both = await Promise.all([ready(ben), ready(emi)]);
  await Promise.all(both.map(({ page }) => book(bookingForm(page, room))));
  await Promise.all(both.map(({ page }) => answered(page, bookingForm(page, room))));

  const [winner] = both.filter(({ page }) => aReservation.test(page.url()));
  const [loser] = both.filter(({ page }) => !aReservation.test(page.url()));
  if (!winner || !loser) throw new Error('One of the two should have got it, the other not');
  const first = winner.who.name.split(' ')[0] ?? '';

  await test.step('One has it', async () => {
    await expect(version(winner.page, 1)).toContainText(`${first} booked ${room.name}, ${when}`);
    expect(await arrange.reservationsIn(room)).toBe(1);
  });

  const form = bookingForm(loser.page, room);
  await test.step('The other learns who has it and since when, and keeps what was typed', async () => {
    await expect(refusal(form)).toContainText(`${room.name}, ${when}, was taken`);
    await expect(refusal(form)).toContainText(/was taken (a moment|[\d.]+ s) before you/);
    await expect(refusal(form)).toContainText(
      new RegExp(`${winner.who.name} .*, recorded .* \\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\.`),
    );
    await expect(refusal(form)).toContainText('SLOT_TAKEN');
    await expect(refusal(form)).toBeFocused();
    await expectTyped(form, slot, texts);
    await expect(
      form.getByRole('button', { name: `Book ${room.name}, 09:00–10:00` }),
    ).toBeVisible();
  });

  await test.step('The refusal has a page for good', async () => {
    const { page } = loser;
    await refusal(form).getByRole('link', { name: 'Why it was refused' }).click();
    await expect(page).toHaveURL(aReservation);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      `${room.name}, ${when}, was taken`,
    );
    await expect(page.getByText('SLOT_TAKEN', { exact: true }).first()).toBeVisible();
    await expect(page.getByText('who was recorded first keeps it')).toBeVisible();
    await expect(
      page.getByRole('link', { name: `The reservation of ${winner.who.name}` }),
    ).toHaveAttribute('href', new URL(winner.page.url()).pathname);
    await expect(page.getByRole('heading', { name: 'What you can do now' })).toBeVisible();
    await expect(history(page)).toHaveCount(1);
    await expect(version(page, 1)).toContainText(
      `Your booking of ${room.name}, ${when} was refused: ${first} had it first`,
    );
    await expect(page.getByText('state = fold(events)')).toBeVisible();
  });

  await test.step('What is free instead is booked from there', async () => {
    const { page, who } = loser;
    const instead = page.getByRole('form', { name: 'Book something else' });
    await instead.getByLabel('Title', { exact: true }).fill(texts.title);
    await instead.getByRole('button', { name: `Book ${room.name}, 09:00–10:00` }).click();
    await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeVisible();
    await expect(version(page, 1)).toContainText(
      `${who.name.split(' ')[0] ?? ''} booked ${room.name}, ${written(room.day)}, 09:00–10:00`,
    );
    expect(await arrange.reservationsIn(room)).toBe(2);
  });
});

test('Everyone may read why a booking was refused; only who asked is offered what is free', async ({
  arrange,
  browserOf,
}) => {
  const room = await arrange.room();
  const slot = { date: room.day, from: '10:00', to: '11:00' };
  await arrange.booked(ben, room, slot);
  const refused = await arrange.refused(emi, room, slot);
  const page = await browserOf(ana);
  await page.goto(`/reservations/${refused}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('was taken');
  await expect(version(page, 1)).toContainText('Emi’s booking of');
  await expect(page.getByRole('form', { name: 'Book something else' })).toBeHidden();
});

/** Waits until the form was answered, in one way or the other. */
const answered = (page: Page, form: Locator) =>
  expect
    .poll(async () => aReservation.test(page.url()) || (await refusal(form).isVisible()))
    .toBe(true);
