import { expect, test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import type { Member } from '@/infrastructure/members';
import { closeMongoClient } from '@/infrastructure/mongodb/client';
import { arrange, type Arrange } from './arrange';
import { noComplaints, type Complaints } from './complaints';

export { expect };

type Fixtures = {
  /** Opens a browser of its own in which this member acts; undefined for whom nobody chose yet. */
  readonly browserOf: (who: Member | undefined, options?: BrowserContextOptions) => Promise<Page>;
  /** What browsers complained of; a journey passes only when nothing is left of it. */
  readonly complaints: Complaints;
};

/**
 * A journey through the app: its rooms and reservations are made by the app's own commands, for
 * this journey alone, so that journeys run side by side and need no demo data.
 */
export const test = base.extend<Fixtures, { readonly arrange: Arrange }>({
  arrange: [
    async ({}, provide) => {
      await provide(arrange);
      await closeMongoClient();
    },
    { scope: 'worker' },
  ],

  complaints: [
    async ({}, provide) => {
      const complaints = noComplaints();
      await provide(complaints);
      expect(complaints.left(), 'Nothing in the browser console, no failed request').toEqual([]);
    },
    { auto: true },
  ],

  browserOf: async ({ browser, baseURL, complaints }, provide) => {
    if (!baseURL) throw new Error('ROOMLOG_URL is not set; `npm run e2e` sets it');
    const contexts: { close: () => Promise<void> }[] = [];
    await provide(async (who, options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      complaints.listenTo(context);
      if (who) await context.addCookies([{ name: 'member', value: who.id, url: baseURL }]);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
