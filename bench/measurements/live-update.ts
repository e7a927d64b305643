import { chromium, type Page } from '@playwright/test';
import { demoMembers } from '@/infrastructure/members';
import { databaseName } from '@/infrastructure/mongodb/database-name';
import { findChromium } from '../../scripts/test/chromium';
import { bookingsOf, type Booking } from '../booking-plan';
import { startBuiltApp } from '../built-app';
import { interleave } from '../interleave';
import type { Bench, Measured, Measurement } from '../measurement';
import { addBenchRoom, bookOurs, openOurs } from '../our-store';
import { median, percentile } from '../statistics';

const rounds = 40;

/**
 * From the answer to a booking to its line on the page of somebody else's browser, which has that day
 * open (95 of 100); against somebody who reloads the page at once.
 */
export const liveUpdate: Measurement = {
  name: 'live-update',
  run: async (bench: Bench): Promise<readonly Measured[]> => {
    const store = await openOurs(bench, databaseName());
    const roomId = await addBenchRoom(store);
    const address = await startBuiltApp(bench);
    const { path } = await findChromium(bench.say);
    const browser = await chromium.launch(path ? { executablePath: path } : {});
    bench.atEnd(() => browser.close());
    const context = await browser.newContext();
    await context.addCookies([{ name: 'member', value: demoMembers[0]?.id ?? '', url: address }]);
    const page = await context.newPage();
    const openDay = async (firstDay: number) => {
      const bookings = bookingsOf({ roomId, firstDay, days: 1, perDay: rounds, minutes: 10 });
      await page.goto(`${address}/rooms/${roomId}/${bookings[0]?.date ?? ''}`);
      await page.getByText('Live', { exact: true }).waitFor();
      return bookings;
    };
    const [watched, reloaded] = [await openDay(2), await openDay(1)];
    const book = (booking: Booking | undefined) => {
      if (!booking) throw new Error('There is nothing to book');
      return bookOurs(store, booking);
    };
    const { other } = await interleave(
      {
        other: async (round) => {
          await book(reloaded[round]);
          const began = performance.now();
          await page.reload({ waitUntil: 'commit' });
          await untilShown(page, round + 1);
          return performance.now() - began;
        },
      },
      { rounds: rounds - 2, warmUps: 2, seconds: 60 },
    );
    await openDay(2);
    const { ours } = await interleave(
      {
        ours: async (round) => {
          await book(watched[round]);
          const began = performance.now();
          await untilShown(page, round + 1);
          return performance.now() - began;
        },
      },
      { rounds: rounds - 2, warmUps: 2, seconds: 60 },
    );
    const [live, reload] = [percentile(ours, 0.95), percentile(other, 0.95)];
    bench.say(`A live update took ${median(ours).toFixed(0)} ms in the middle.`);
    const name = "Live update, from the answer to another browser's screen, p95, against a reload";
    return [{ name, unit: 'ms', ours: live, other: reload, ratio: live / reload }];
  },
};

const untilShown = async (page: Page, events: number) => {
  await page.locator(`#v${events}`).waitFor({ state: 'attached' });
};
