import { same } from './same';
import type { Streams } from './streams';

/** A test expected something else; the test runner shows the difference of `actual` and `expected`. */
export class ExpectationFailed extends Error {
  override readonly name = 'ExpectationFailed';

  constructor(
    what: string,
    readonly actual: unknown,
    readonly expected: unknown,
    streams: Streams,
  ) {
    const printed = [`expected ${text(expected)}`, `but got ${text(actual)}`];
    super([what, ...printed, 'The streams held:', streams.print()].join('\n'));
  }
}

/** Throws ExpectationFailed, with what the streams held, unless both are the same plain JSON. */
export const expectSame = (what: string, actual: unknown, expected: unknown, streams: Streams) => {
  if (!same(actual, expected)) throw new ExpectationFailed(what, actual, expected, streams);
};

const text = (value: unknown) => JSON.stringify(value);
