import type { Locator, Page } from '@playwright/test';

/** The address of a reservation. */
export const aReservation = /\/reservations\/[0-9a-f-]{36}$/;

/** The history of the page, newest first. */
export const history = (page: Page): Locator =>
  page.getByRole('region', { name: 'History' }).getByRole('listitem');

/** The item of one version. */
export const version = (page: Page, number: number): Locator =>
  history(page).filter({ hasText: `Version ${number}:` });

/** What the form said when it was refused. */
export const refusal = (form: Locator): Locator => form.getByRole('alert');
