import { median } from './statistics';

/** One of those measured side by side: does a round and gives its figure. */
export type Contestant = (round: number) => Promise<number>;

/** The figures of each contestant, in order of the rounds. */
export type Rounds<Name extends string> = { readonly [N in Name]: readonly number[] };

/** A bench must come to an end on a slow machine too, but less than this says little. */
const fewestRounds = 5;

/**
 * Lets the contestants take turns in one process, so that whatever the machine does meanwhile meets
 * all of them; each round begins with another one. Rounds before the first are for warming up.
 * Stops early, after five rounds, when `seconds` are over. A contestant that is undefined has no
 * figures.
 *
 * @param options.warmUps rounds whose figures are thrown away; they are numbered too
 */
export const interleave = async <Name extends string>(
  contestants: { readonly [N in Name]: Contestant | undefined },
  { rounds, warmUps, seconds }: { rounds: number; warmUps: number; seconds: number },
): Promise<Rounds<Name>> => {
  const names = (Object.keys(contestants) as Name[]).filter((name) => contestants[name]);
  const figures = {} as { [N in Name]: number[] };
  for (const name in contestants) figures[name] = [];
  const end = performance.now() + seconds * 1000;
  for (let round = 0; round < warmUps + rounds; round += 1) {
    if (round >= warmUps + fewestRounds && performance.now() > end) break;
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const figure = (await contestants[name]?.(round)) ?? NaN;
      if (round >= warmUps) figures[name].push(figure);
    }
  }
  return figures;
};

/** Both medians, and the median of the ratios within each round. */
export const compare = (ours: readonly number[], other: readonly number[]) => ({
  ours: median(ours),
  other: median(other),
  ratio: median(ours.map((figure, round) => figure / (other[round] ?? NaN))),
});
