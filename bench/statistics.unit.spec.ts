import { describe, expect, it } from 'vitest';
import { compare, interleave } from './interleave';
import { holds } from './measurement';
import { median, percentile } from './statistics';

describe('What the bench makes of its figures', () => {
  it('A median is the middle one, or between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 9, 2])).toBe(3);
  });

  it('95 of 100 figures do not exceed the 95th percentile', () => {
    const figures = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(percentile(figures, 0.95)).toBe(95);
  });

  it('The ratio is that within a round, so a slow round of both changes nothing', () => {
    expect(compare([10, 100, 10], [20, 200, 20])).toEqual({ ours: 10, other: 20, ratio: 0.5 });
  });

  it('Contestants take turns in beginning, and warm-up rounds do not count', async () => {
    const order: string[] = [];
    const contestant = (name: string) => (round: number) => {
      order.push(`${name}${round}`);
      return Promise.resolve(round);
    };
    const { a, b } = await interleave(
      { a: contestant('a'), b: contestant('b') },
      { rounds: 2, warmUps: 1, seconds: 1 },
    );
    expect(order).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
    expect({ a, b }).toEqual({ a: [1, 2], b: [1, 2] });
  });

  it('A bar is met on the bar itself, and nothing is said without one', () => {
    const measured = { name: 'x', unit: 'ms', ours: 1, other: 1, ratio: 1.2 };
    expect(holds({ ...measured, bar: { atMost: 1.2 } })).toBe(true);
    expect(holds({ ...measured, bar: { atLeast: 1.3 } })).toBe(false);
    expect(holds(measured)).toBeUndefined();
  });
});
