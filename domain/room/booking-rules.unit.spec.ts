import { describe, expect, test } from 'vitest';
import { consistent, sameRules } from './booking-rules';
import { defaultRules, type BookingRules } from './room';

const rules = (changed: Partial<BookingRules>): BookingRules => ({ ...defaultRules, ...changed });

describe('Rules that can be kept together', () => {
  test('The defaults can, and so can one length only', () => {
    expect(consistent(defaultRules)).toBeUndefined();
    const oneLength = { gridMinutes: 45, shortestMinutes: 45, longestMinutes: 45 };
    expect(consistent(rules(oneLength))).toBeUndefined();
  });

  test.each([
    ['the grid does not divide a day', { gridMinutes: 7 }, 'grid'],
    ['there is no grid', { gridMinutes: 0 }, 'grid'],
    ['the grid runs backwards', { gridMinutes: -15 }, 'grid'],
    ['the shortest is longer than the longest', { shortestMinutes: 495 }, 'shortest'],
    ['the shortest lies off the grid', { shortestMinutes: 20 }, 'shortest'],
    ['the shortest is nothing', { shortestMinutes: 0 }, 'shortest'],
    ['the longest lies off the grid', { longestMinutes: 100 }, 'longest'],
    ['the grid is no whole number', { gridMinutes: 0.5 }, 'grid'],
    ['the lead time is negative', { leadTimeMinutes: -1 }, 'leadTime'],
    ['the horizon is negative', { horizonDays: -1 }, 'horizon'],
    ['the horizon is no number', { horizonDays: NaN }, 'horizon'],
    ['the buffer is negative', { bufferMinutes: -30 }, 'buffer'],
    ['the buffer is no whole number', { bufferMinutes: 7.5 }, 'buffer'],
  ] as const)('They contradict each other when %s', (_, changed, rule) => {
    expect(consistent(rules(changed))).toEqual({ code: 'RULES_CONTRADICT', rule });
  });

  test.each([
    'gridMinutes',
    'shortestMinutes',
    'longestMinutes',
    'leadTimeMinutes',
    'horizonDays',
    'bufferMinutes',
  ] as const)('Rules with another %s are not the same', (rule) => {
    expect(sameRules(defaultRules, rules({}))).toBe(true);
    expect(sameRules(defaultRules, rules({ [rule]: 960 }))).toBe(false);
  });
});
