import type { MongoClient } from 'mongodb';

/** How far the ratio of ours to the other may go. */
export type Bar = { readonly atMost: number } | { readonly atLeast: number };

/** One line of the table: ours, what it is held against, and how the two stand to each other. */
export type Measured = {
  readonly name: string;
  /** What both figures are in: `ms`, `/s`. */
  readonly unit: string;
  /** Medians over the rounds. */
  readonly ours: number;
  readonly other: number;
  /** Ours divided by the other's, the median of the rounds. */
  readonly ratio: number;
  /** Left out where nothing was promised. */
  readonly bar?: Bar;
};

/** What a measurement works with. */
export type Bench = {
  /** Connected to the temporary server; each measurement uses databases of its own on it. */
  readonly client: MongoClient;
  readonly mongodbUri: string;
  readonly say: (line: string) => void;
  /** Has this done at the end of the run, the last one first, however the run ends. */
  readonly atEnd: (cleanUp: () => Promise<void>) => void;
};

/** One thing that is measured, by the name it can be asked for. */
export type Measurement = {
  readonly name: string;
  readonly run: (bench: Bench) => Promise<readonly Measured[]>;
};

/** Whether the promise is kept; undefined where none was made. */
export const holds = ({ ratio, bar }: Measured): boolean | undefined => {
  if (!bar) return undefined;
  return 'atMost' in bar ? ratio <= bar.atMost : ratio >= bar.atLeast;
};

/** `at most 1.2`. */
export const barText = (bar: Bar | undefined): string => {
  if (!bar) return '';
  return 'atMost' in bar ? `at most ${bar.atMost}` : `at least ${bar.atLeast}`;
};
