import { expect, test } from 'vitest';
import { parkedWishField, writtenWish } from './parked-wish';

test.each(['replay', 'drop'] as const)(
  'A wish to %s an event is read as it was written',
  (operation) => {
    const wish = { operation, position: 1042 };
    expect(parkedWishField.parse(writtenWish(wish))).toEqual(wish);
  },
);

test.each(['replay', 'replay 0', 'replay -1', 'forget 3', 'drop 3 4', 'drop 1e9'])(
  'No button sends "%s"',
  (written) => {
    expect(parkedWishField.safeParse(written).success).toBe(false);
  },
);
