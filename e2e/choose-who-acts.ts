import { expect, type Page } from '@playwright/test';
import type { Member } from '@/infrastructure/members';

/** Chooses in the header who acts in this browser. */
export const chooseWhoActs = async (page: Page, who: Member): Promise<void> => {
  // Chosen before its scripts are there, the list only remembers it: choose until it was sent.
  await expect(async () => {
    await page.getByLabel('You are').selectOption({ label: who.name });
    await expect
      .poll(async () => (await page.context().cookies()).find(({ name }) => name === 'member'))
      .toMatchObject({ value: who.id });
  }).toPass();
  await expect(page.getByLabel('You are')).toHaveValue(who.id);
};
