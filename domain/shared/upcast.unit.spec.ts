import { describe, expect, test } from 'vitest';
import { firstVersion, secondVersion, thirdVersion } from '@/domain/testing/tally-versions';
import { fold, stateAfter } from './fold';
import type { DomainEvent, Recorded } from './stream';
import { assertVersions, asStored, isNewer, upcast, upcastAll, type EventVersions } from './upcast';

/** An event as a version of the software stored it; stock Emmett stores no version. */
const stored = (type: string, version: number | undefined, data: object): Recorded =>
  ({ type, data, metadata: { messageId: 'm', schemaVersion: version, hash: 'h' } }) as never;

const once = stored('Counted', 1, { by: 2 });
const inUnits = stored('Counted', 2, { by: 3, unit: 'box' });
const today = stored('Added', 3, { amount: 4, unit: 'box' });

describe('An event of an earlier version', () => {
  test('73: is read as one of today, through every version in between, and keeps what is stored', () => {
    expect(upcast(secondVersion, once)).toEqual({
      type: 'Counted',
      data: { by: 2, unit: 'piece' },
      metadata: { messageId: 'm', schemaVersion: 2, hash: 'h' },
      stored: once,
    });
    expect(upcast(thirdVersion, once)).toMatchObject({
      data: { amount: 2, unit: 'piece' },
      metadata: { schemaVersion: 3 },
    });
    expect(upcast(thirdVersion, inUnits).data).toEqual({ amount: 3, unit: 'box' });
  });

  test('74: is read by its stored name after its type was renamed, also with nothing else changed', () => {
    expect(upcast(thirdVersion, inUnits)).toMatchObject({ type: 'Added', stored: inUnits });
    const renamed: EventVersions<DomainEvent> = {
      type: 'tally',
      eventVersions: { Tallied: 2 },
      upcasters: { Tallied: secondVersion.upcasters?.Counted },
      earlierNames: { Counted: 'Tallied' },
    };
    const { type, data } = upcast(renamed, inUnits);
    expect([type, data]).toEqual(['Tallied', inUnits.data]);
  });

  test('read twice is read once', () => {
    const read = upcast(thirdVersion, once);
    expect(upcast(thirdVersion, read)).toBe(read);
    expect(asStored(read)).toBe(once);
  });

  test('without a version, as stock Emmett stores it, is of the first', () => {
    const { data } = upcast(secondVersion, stored('Counted', undefined, { by: 2 }));
    expect(data).toEqual({ by: 2, unit: 'piece' });
  });

  test('73: mixed with others in one stream, folds as if all were of today', () => {
    const all = [once, inUnits, today];
    expect(fold(thirdVersion, all)).toEqual({ sum: 9, units: ['piece', 'box', 'box'] });
    expect(fold(thirdVersion, upcastAll(thirdVersion, all))).toEqual(fold(thirdVersion, all));
  });
});

describe('Where nothing is to be upcast', () => {
  test('nothing is copied: neither the list nor an event', () => {
    const all = [today, stored('Cleared', 1, {})];
    expect(upcastAll(thirdVersion, all)).toBe(all);
    const mixed = upcastAll(thirdVersion, [...all, once]);
    expect(mixed[0]).toBe(today);
    expect(asStored(today)).toBe(today);
  });
});

describe('An event that newer code wrote', () => {
  const unknown = stored('Cleared', 1, {});
  const later = stored('Counted', 2, { unit: 'box' });
  const hostile = stored('constructor', 1, {});

  test.each([unknown, later, hostile])('59: is told apart, and left as it is: %o', (event) => {
    expect(isNewer(firstVersion, event)).toBe(true);
    expect(upcast(firstVersion, event)).toBe(event);
  });

  test('59: leaves the state as it was: evolve never meets it', () => {
    expect(fold(firstVersion, [once, later, unknown, once])).toEqual({ sum: 4 });
    const state = { sum: 7 };
    expect(stateAfter(firstVersion, state, later)).toBe(state);
  });

  test('is none of today or before', () => {
    expect([once, inUnits, today].map((event) => isNewer(thirdVersion, event))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('A definition that could not read its own events', () => {
  type Parts = Partial<EventVersions<DomainEvent>>;
  const step = (data: { readonly [field: string]: unknown }) => data;
  const wrong: readonly (readonly [string, Parts, RegExp])[] = [
    ['lacks an upcaster', { eventVersions: { Counted: 3 } }, /version 3, with 1 upcasters/],
    ['has one too many', { eventVersions: { Counted: 1 } }, /version 1, with 1 upcasters/],
    ['upcasts what it has not', { upcasters: { Counted: [step], Lost: [step] } }, /Lost/],
    ['renames to what it has not', { earlierNames: { Tallied: 'Lost' } }, /Tallied/],
    ['renames what it has', { earlierNames: { Counted: 'Counted' } }, /Counted/],
  ];

  test.each(wrong)('is refused: it %s', (_, parts, message) => {
    expect(() => {
      assertVersions({ ...secondVersion, ...parts });
    }).toThrow(message);
  });

  test('and no other', () => {
    const versions: readonly EventVersions<DomainEvent>[] = [
      firstVersion,
      secondVersion,
      thirdVersion,
    ];
    for (const definition of versions) {
      expect(() => {
        assertVersions(definition);
      }).not.toThrow();
    }
  });
});
