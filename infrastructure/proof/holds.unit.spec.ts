import { describe, expect, test } from 'vitest';
import type { Instant } from '@/domain/shared/time';
import { after, slotAt, wish } from '@/domain/testing/wall';
import { ana, atrium, ben, library, mine, theirs } from '@/domain/testing/people';
import { notHeld, wronglyHeld } from './holds';
import type { HeldPiece, Reserved } from './pieces';

/** A night of Ana's in the atrium, from 22:00 to 02:00 with an hour after it; midnight is 23:00 UTC. */
const slot = slotAt(wish('2026-11-24T22:00', '2026-11-25T02:00'));
const night: Reserved = {
  reservationId: mine,
  memberId: ana.id,
  granted: { roomId: atrium, slot, heldUntil: after(slot.end, 60), roomPosition: 1 },
};
const instant = (text: string) => text as Instant;
const midnight = instant('2026-11-24T23:00:00.000Z');
const evening: HeldPiece = {
  reservationId: mine,
  memberId: ana.id,
  piece: { start: slot.start, end: midnight },
  position: 4,
};
const morning: HeldPiece = { ...evening, piece: { start: midnight, end: after(slot.end, 60) } };
const dayOf = (date: string, room: string = atrium) => `room_day:${room}_${date}`;
const [monday, tuesday, wednesday] = ['23', '24', '25'].map((d) => `2026-11-${d}`) as [
  string,
  string,
  string,
];

const wrong = (stream: string, ...pieces: readonly HeldPiece[]) =>
  wronglyHeld({ stream, pieces }, (id) => (id === mine ? night : undefined)).map(
    ({ what }) => what,
  );

describe('What a day holds', () => {
  test('is right when it is the piece of its reservation that lies there, its buffer too', () => {
    expect(wrong(dayOf(tuesday), evening)).toEqual([]);
    expect(wrong(dayOf(wednesday), morning)).toEqual([]);
  });

  test.each<readonly [string, string, readonly HeldPiece[], RegExp]>([
    ['nobody has reserved', tuesday, [{ ...evening, reservationId: theirs }], /is not reserved/],
    ['is held for another person', tuesday, [{ ...evening, memberId: ben.id }], /for ana.ruiz/],
    ['belongs to another day', monday, [evening], /reserved elsewhere/],
    [
      'is too long',
      tuesday,
      [{ ...evening, piece: { ...evening.piece, end: slot.end } }],
      /should/,
    ],
    [
      'lacks the buffer',
      wednesday,
      [{ ...morning, piece: { ...morning.piece, end: slot.end } }],
      /should/,
    ],
    ['is there twice', tuesday, [evening, evening], /twice/],
  ])('is wrong when it %s', (_, date, pieces, what) => {
    expect(wrong(dayOf(date), ...pieces)).toEqual([expect.stringMatching(what)]);
  });

  test('is wrong in another room', () => {
    expect(wrong(dayOf(tuesday, library), evening)).toEqual([expect.stringMatching(/elsewhere/)]);
  });
});

describe('What a reservation should hold', () => {
  const missing = (held: { readonly [day: string]: readonly HeldPiece[] }) =>
    notHeld('reservation:mine', night, (day) => held[day] ?? []).map(({ what }) => what);

  test('is its slot with the buffer, a piece on each day', () => {
    expect(missing({ [dayOf(tuesday)]: [evening], [dayOf(wednesday)]: [morning] })).toEqual([]);
  });

  test('is missed on each day where it is not held, or only by somebody else', () => {
    const others = { ...evening, reservationId: theirs };
    expect(missing({ [dayOf(tuesday)]: [others] })).toEqual([
      expect.stringContaining(dayOf(tuesday)),
      expect.stringContaining(dayOf(wednesday)),
    ]);
  });

  test.each(['', 'tomorrow', '2026-11-24 23:00', '9999-12-31T23:59:59.999Z', slot.start])(
    'cannot be told when it should be held until %j',
    (heldUntil) => {
      const strange = { ...night, granted: { ...night.granted, heldUntil: instant(heldUntil) } };
      expect(() => notHeld('reservation:mine', strange, () => [])).toThrow(RangeError);
    },
  );
});
