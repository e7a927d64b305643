/** What to hand over next time, after so many entries at once were too many: half, at least one. */
export const smaller = (batch: number): number => Math.max(1, Math.floor(batch / 2));

/** What to hand over next time, after it went well: a tenth more, and never more than `most`. */
export const larger = (batch: number, most: number): number =>
  Math.min(most, Math.ceil(batch * 1.1));
