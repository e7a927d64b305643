import { expect, type Locator, type Page } from '@playwright/test';
import type { OwnRoom, Typed } from './arrange';

/** Opens a room's day, with times chosen by the address if given, and gives its form. */
export const openDay = async (
  page: Page,
  room: OwnRoom,
  { date = room.day, chosen = '' } = {},
): Promise<Locator> => {
  await page.goto(`/rooms/${room.roomId}/${date}${chosen}`);
  return bookingForm(page, room);
};

/** The form on a room's day. */
export const bookingForm = (page: Page, { name }: OwnRoom): Locator =>
  page.getByRole('form', { name: `Book ${name}` });

/**
 * A field that is a list where the grid is coarse, and the browser's own where it is fine; and that
 * has another name where reservations over several days are allowed.
 */
const fields = (form: Locator) => ({
  date: form.getByLabel(/^(Date|First day)$/),
  lastDate: form.getByLabel('Last day', { exact: true }),
  from: form.getByLabel('From', { exact: true }),
  to: form.getByLabel('To', { exact: true }),
  title: form.getByLabel('Title', { exact: true }),
  note: form.getByLabel('Note (optional)', { exact: true }),
});

const put = async (field: Locator, value: string) => {
  const isList = await field.evaluate((control) => control instanceof HTMLSelectElement);
  await (isList ? field.selectOption(value) : field.fill(value));
};

/** Types a time into the form. */
export const fillTime = async (form: Locator, { date, from, to }: Typed): Promise<void> => {
  const { date: first, lastDate, from: start, to: end } = fields(form);
  await first.fill(date);
  if (await lastDate.isVisible()) await lastDate.fill(date);
  await put(start, from);
  await put(end, to);
};

/** What of a booking is typed beside its time. */
export type Texts = { readonly title: string; readonly note?: string };

/** Types a whole booking into the form. */
export const fillBooking = async (
  form: Locator,
  typed: Typed,
  { title, note }: Texts,
): Promise<void> => {
  await fillTime(form, typed);
  await fields(form).title.fill(title);
  if (note) await fields(form).note.fill(note);
};

/** Sends the form. */
export const book = (form: Locator): Promise<void> =>
  form.getByRole('button', { name: 'Book', exact: true }).click();

/** Every control of the form holds what was typed. */
export const expectTyped = async (form: Locator, typed: Typed, texts: Texts): Promise<void> => {
  const { date, from, to, title, note } = fields(form);
  await expect(date).toHaveValue(typed.date);
  await expect(from).toHaveValue(typed.from);
  await expect(to).toHaveValue(typed.to);
  await expect(title).toHaveValue(texts.title);
  await expect(note).toHaveValue(texts.note ?? '');
};
