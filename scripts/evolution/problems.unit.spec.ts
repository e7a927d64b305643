import { describe, expect, test } from 'vitest';
import type { Recorded } from '@/domain/shared/stream';
import { firstVersion, secondVersion, thirdVersion } from '@/domain/testing/tally-versions';
import { problemsOf, type Current } from './problems';
import { recordOf } from './record-of';
import type { Shipped } from './shipped';

const stored = (type: string, schemaVersion: number, data: object): Recorded =>
  ({ type, data, metadata: { schemaVersion } }) as never;

/** Three versions of one software, one after another; each has shipped with what it stored. */
const first: Current = { definition: firstVersion, shapes: { Counted: { by: 'number' } } };
const second: Current = {
  definition: secondVersion,
  shapes: { Counted: { by: 'number', unit: 'string' } },
};
const third: Current = {
  definition: thirdVersion,
  shapes: { Added: { amount: 'number', unit: 'string' }, Cleared: { 'reason?': 'string' } },
};
const firstShipped = recordOf(first, [], [[stored('Counted', 1, { by: 1 })]]);
const secondShipped = recordOf(
  second,
  [firstShipped],
  [[stored('Counted', 2, { by: 2, unit: 'box' })]],
);
const thirdStreams = [
  [stored('Added', 3, { amount: 3, unit: 'box' }), stored('Cleared', 1, { reason: 'full' })],
];
const thirdShipped = recordOf(third, [firstShipped, secondShipped], thirdStreams);
const all: readonly Shipped[] = [firstShipped, secondShipped, thirdShipped];

/** The third version with something changed. */
const changed = (parts: {
  readonly definition?: Partial<Current['definition']>;
  readonly shapes?: Current['shapes'];
}): Current => ({
  definition: { ...thirdVersion, ...parts.definition },
  shapes: { ...third.shapes, ...parts.shapes },
});
const problems = (current: Current, shipped = all) => problemsOf(current, shipped);

describe('There is nothing to say', () => {
  test('of a version as it has shipped, first or later', () => {
    expect(problems(first, [firstShipped])).toEqual([]);
    expect(problems(second, [firstShipped, secondShipped])).toEqual([]);
    expect(problems(third)).toEqual([]);
  });

  test('of what a later version makes of the streams of earlier ones: it is recorded', () => {
    expect(thirdShipped.states).toMatchObject({
      1: [[{ sum: 1, units: ['piece'] }]],
      2: [[{ sum: 2, units: ['box'] }]],
      3: [[{ sum: 3 }, { sum: 0 }]],
    });
  });
});

describe('The shape of an event that has shipped', () => {
  const shapes: readonly (readonly [string, Current['shapes'], string])[] = [
    [
      'another type',
      { Added: { amount: 'string', unit: 'string' } },
      'amount was "number" and is "string"',
    ],
    [
      'a field more',
      { Added: { amount: 'number', unit: 'string', by: 'string' } },
      'by was nothing and is "string"',
    ],
    ['a field less', { Added: { amount: 'number' } }, 'unit was "string" and is nothing'],
    [
      'a field that must be there',
      { Cleared: { reason: 'string' } },
      'reason? was "string" and is nothing',
    ],
  ];

  test.each(shapes)('must not change: %s', (_, shape, what) => {
    const [problem] = problems(changed({ shapes: shape }));
    expect(problem).toMatch(/^(Added version 3|Cleared version 1) has shipped with another shape/);
    expect(problem).toContain(what);
    expect(problem).toMatch(/version [24] with an upcaster.*raise the schemaVersion of tally/);
  });

  test('must not change with a new version of the state alone', () => {
    const raised = changed({
      definition: { schemaVersion: 4 },
      shapes: { Cleared: { reason: 'string' } },
    });
    expect(problems(raised).some((p) => p.startsWith('Cleared version 1 has shipped'))).toBe(true);
  });

  test('must not change together with its name', () => {
    const { upcasters, earlierNames } = thirdVersion;
    const renamed: Current = {
      definition: {
        ...thirdVersion,
        eventVersions: { Added: 3, Emptied: 1 },
        upcasters,
        earlierNames: { ...earlierNames, Cleared: 'Emptied' },
        schemaVersion: 4,
      },
      shapes: { ...third.shapes, Emptied: { 'cause?': 'string' } },
    };
    const { Cleared: _, ...others } = renamed.shapes;
    const [problem] = problems({ ...renamed, shapes: others });
    expect(problem).toMatch(/Emptied version 1 has shipped with another shape: reason\?/);
  });
});

describe('An event type', () => {
  test('without a version is told', () => {
    expect(problems(changed({ shapes: { Emptied: {} } }))).toEqual([
      'Emptied of tally has no version: add it to eventVersions.',
    ]);
    const { Cleared: _, ...others } = third.shapes;
    expect(problems({ ...third, shapes: others })).toEqual([
      'Cleared of tally has a version, but is no event of its type.',
    ]);
  });

  test('or version that is new asks for a new version of the state', () => {
    const eventVersions = { ...thirdVersion.eventVersions, Emptied: 1 };
    const added = changed({ definition: { eventVersions }, shapes: { Emptied: {} } });
    expect(problems(added)).toEqual([expect.stringContaining('Emptied has version 1')]);
    expect(problems(added)[0]).toMatch(/Raise the schemaVersion of tally/);
  });

  test('that has shipped is read for ever, under its name or as an earlier name', () => {
    const lost = changed({ definition: { earlierNames: {} } });
    expect(problems(lost)).toEqual([
      expect.stringMatching(/^Counted version 1 of tally version 1 has shipped and is not read/),
      expect.stringMatching(/^Counted version 2 of tally version 2 has shipped and is not read/),
      expect.stringMatching(/another state of what tally version 1 has stored/),
      expect.stringMatching(/another state of what tally version 2 has stored/),
    ]);
  });
});

test('An upcaster that does not lead to the shape of today is told', () => {
  const half = (data: object) => data;
  const upcasters = { Added: [half, half] } as never;
  expect(problems(changed({ definition: { upcasters } }))[0]).toMatch(
    /^Counted version 1 of tally version 1 is not read as Added version 3: data\.by is not of the shape/,
  );
});

describe('What evolve makes of streams that have shipped', () => {
  test('must not change without a new version of the state, not even in between', () => {
    const evolve: typeof thirdVersion.evolve = (state, { type, data }) =>
      type === 'Cleared' ? { sum: 0, units: [] } : { ...state, sum: data.amount + 1 };
    const [problem, ...more] = problems(changed({ definition: { evolve: evolve } }));
    expect(problem).toMatch(/in stream 1 after event 1 sum was 1 and is 2/);
    expect(problem).toMatch(/raise the schemaVersion of tally/);
    expect(more).toHaveLength(2);
  });

  test('is to be recorded with a new version', () => {
    const raised = changed({ definition: { schemaVersion: 4 } });
    expect(problems(raised)).toEqual([
      'tally version 4 has no record: run `npm run record-shapes`.',
    ]);
    expect(problems(raised, [...all, recordOf(raised, all, thirdStreams)])).toEqual([]);
  });

  test('never goes back to an earlier version', () => {
    const back = changed({ definition: { schemaVersion: 0 } });
    expect(problems(back)).toEqual([
      'tally version 3 has shipped: its schemaVersion never goes back.',
    ]);
  });
});

test('The streams of a record use every event and every field that may be missing', () => {
  const withStreams = (streams: Shipped['streams']) =>
    problems(third, [firstShipped, secondShipped, recordOf(third, all.slice(0, 2), streams)]);
  const added = stored('Added', 3, { amount: 3, unit: 'box' });
  const cleared = stored('Cleared', 1, {});
  expect(withStreams([[added]])).toEqual([
    'No stream of tally version 3 has Cleared: add it to scripts/evolution/story.ts.',
  ]);
  expect(withStreams([[added], [cleared]])).toEqual([
    'No stream of tally version 3 has Cleared.reason: add it to scripts/evolution/story.ts.',
  ]);
});
