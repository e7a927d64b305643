import { expect, test } from './journey';
import { clara } from './people';

const word = 'x'.repeat(100);

test('No word is so long that a page has to be scrolled to the side', async ({
  arrange,
  browserOf,
}) => {
  test.slow();
  const room = await arrange.room({ name: 'y'.repeat(50), floor: 'z'.repeat(20) });
  const slot = { date: room.day, from: '10:00', to: '11:00' };
  const reserved = await arrange.booked(clara, room, slot, { title: word, note: word });
  await arrange.closed(room, { date: room.day, from: '16:00', to: '17:00' }, word);
  const refused = await arrange.refused(clara, room, slot, { title: word });
  const paths = [
    '/rooms',
    `/rooms/${room.roomId}`,
    `/rooms/${room.roomId}/${room.day}`,
    `/reservations/${reserved}`,
    `/reservations/${reserved}?do=move`,
    `/reservations/${reserved}?do=cancel`,
    `/reservations/${refused}`,
    '/mine',
  ];
  const page = await browserOf(clara);
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const width of [320, 390, 900, 1100]) {
      await page.setViewportSize({ width, height: 800 });
      const across = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(across, `${path} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
});
