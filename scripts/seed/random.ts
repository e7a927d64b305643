import { v7 as uuidv7 } from 'uuid';

/** Chance that comes out the same each time: the demo of a day is the same on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  readonly whole: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** A UUIDv7 of that moment (ms since 1970). */
  readonly id: (at: number) => string;
};

/** Mulberry32 by Tommy Ettinger (public domain), seeded with a whole number. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const picked = from[whole(0, from.length - 1)];
      if (picked === undefined) throw new RangeError('There is nothing to pick from');
      return picked;
    },
    id: (at) =>
      uuidv7({
        msecs: Math.floor(at),
        random: Uint8Array.from({ length: 16 }, () => whole(0, 255)),
      }),
  };
};
