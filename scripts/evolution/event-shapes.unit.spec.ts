import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';
import { projectFolder } from '../setup/project.mjs';
import { dated, definitions, endless } from './event-shapes.fixture';
import { compilerOptions, eventShapes } from './event-shapes';

const root = fileURLToPath(new URL('event-shapes.fixture.ts', import.meta.url));
const options = compilerOptions(join(projectFolder, 'tsconfig.json'));
const shapesOf = (exported: string) => eventShapes(root, exported, options);

// The compiler takes its time where others want the machine too.
describe('The shapes of events', { timeout: 60_000 }, () => {
  test('are read from their types, expanded to JSON, for each definition in its order', () => {
    const shapes = shapesOf('definitions');
    expect(shapes).toHaveLength(definitions.length);
    expect(shapes[0]).toEqual({ Washed: { 'hot?': 'boolean' } });
    expect(shapes[1]).toEqual({
      Painted: {
        by: { floor: 'number', name: 'string', street: 'string' },
        changed: { 'floor?': 'number', 'street?': 'string' },
        choice: {
          '|': [
            { a: 'number', kind: "'a'" },
            { 'b?': 'string', kind: "'b'" },
          ],
        },
        'coats?': 'number',
        dry: 'boolean',
        finish: { '|': ["'gloss'", "'matt'"] },
        grade: { '|': ['1', '2'] },
        hours: { mon: ['string'], tue: ['string'] },
        mood: { '|': ["'bright'", "'dark'", 'string'] },
        note: { '|': ['null', 'string'] },
        prices: { '[]': 'number' },
        range: { '#': ['number', 'number'] },
        wall: 'string',
      },
      Washed: { 'hot?': 'boolean' },
    });
  });

  test.each([
    ['holds itself', { endless }, /Grown\.branches\[\] holds itself/],
    ['holds what JSON cannot', { dated }, /Dated\.on is a function/],
  ])('end where a type %s', (_, exported, message) => {
    const [name = ''] = Object.keys(exported);
    expect(() => shapesOf(name)).toThrow(message);
  });
});
