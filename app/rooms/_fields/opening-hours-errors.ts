import type { OpeningWindow } from '@/domain/room/room';

export const howToWrite = 'Write it as 08:00–18:00, with times from 00:00 to 24:00';

/** What is wrong with the windows of one day, and how to write it right; undefined when nothing is. */
export const wrongIn = (windows: readonly OpeningWindow[]): string | undefined => {
  for (const [i, { from, to }] of windows.entries()) {
    if (to === from) return `${from}–${to} has no length; all day is 00:00–24:00`;
    if (to < from) {
      return `${from}–${to} ends before it begins. To stay open over midnight write ${from}–24:00 here and 00:00–${to} on the next day`;
    }
    const before = windows[i - 1];
    if (before && from < before.to) {
      return `${before.from}–${before.to} and ${from}–${to} overlap or are not in order`;
    }
  }
  return undefined;
};
