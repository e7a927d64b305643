import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';

const folders = ['app', 'domain', 'e2e', 'infrastructure', 'scripts'];

/** Test files, with `/`, and the statements whose numbers begin names of their tests. */
const tested = new Map<string, ReadonlySet<number>>(
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => /\.(spec|e2e)\.tsx?$/.test(file))
    .map((file) => [file.split(sep).join('/'), numbersIn(readFileSync(file, 'utf8'))]),
);

function numbersIn(source: string): ReadonlySet<number> {
  const names = source.matchAll(/['"`]((?:\d{1,2}(?:, )?)+): /g);
  return new Set([...names].flatMap(([, numbers = '']) => numbers.split(', ').map(Number)));
}

type Statement = {
  readonly number: number;
  readonly text: string;
  readonly files: readonly string[];
};

const statements = readFileSync('docs/contract.md', 'utf8')
  .split('\n')
  .flatMap((line): Statement[] => {
    const [, number, text = '', shown = ''] = line.split('|').map((cell) => cell.trim());
    if (!number || !/^\d+$/.test(number)) return [];
    const links = [...shown.matchAll(/\]\(\.\.\/([^)]+)\)/g)];
    const files = links.map(([, path = '']) => decodeURIComponent(path));
    return [{ number: Number(number), text, files }];
  });

/** Left out, each with its reason in the document. */
const notClaimed = [45, 65, 67, 68, 69, 70, 72, 75];

test('The contract lists every statement once, in order', () => {
  expect(statements.map(({ number }) => number)).toEqual(
    Array.from({ length: 82 }, (_, i) => i + 1),
  );
});

test('Every statement of the contract has a test, unless it says why not', () => {
  const without = statements.filter(({ files }) => files.length === 0);
  expect(without.map(({ number }) => number)).toEqual(notClaimed);
});

test.each(statements.filter(({ files }) => files.length > 0))(
  'Statement $number, “$text”, names exactly the files with its tests',
  ({ number, files }) => {
    const having = [...tested].filter(([, numbers]) => numbers.has(number)).map(([file]) => file);
    expect(files.toSorted()).toEqual(having.toSorted());
  },
);
