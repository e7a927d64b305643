import { expect, test } from 'vitest';
import { whatCameOfIt } from './what-came-of-it';

const first = new Date('2026-11-20T09:00:00Z');
const second = new Date('2026-11-20T10:00:00Z');
const rebuiltAt = (at: Date) => ({ at, startedAt: first, position: 9 });
const counts = { position: 9, same: 4, different: 2, missing: 1, extra: 0, examples: ['x'] };
const previewAt = (at: Date) => ({ at, ...counts });
const before = { rows: 5, rebuilt: rebuiltAt(first), preview: previewAt(first) };

test('Rows that were built anew are said to be in use', () => {
  const after = { ...before, rows: 7, rebuilt: rebuiltAt(second) };
  expect(whatCameOfIt(false, before, after)).toEqual(['7 rows were built anew and are in use.']);
  expect(whatCameOfIt(false, { ...before, rebuilt: undefined }, after)).toHaveLength(1);
});

test('A preview says what would differ', () => {
  const after = { ...before, preview: previewAt(second) };
  const said = whatCameOfIt(true, undefined, after).join('\n');
  expect(said).toMatch(/position 9.*4 as they are, 2 with another content, 1 .*0 would go.*x$/s);
});

test.each([true, false])(
  'What was cancelled is not taken for an earlier one (preview: %s)',
  (previewed) => {
    expect(whatCameOfIt(previewed, before, before).join()).toMatch(/^Somebody cancelled it/);
    const never = { rows: 0, rebuilt: undefined, preview: undefined };
    expect(whatCameOfIt(previewed, undefined, never).join()).toMatch(/^Somebody cancelled it/);
  },
);

test('What came of a rebuild is not taken for a preview, nor the other way round', () => {
  const rebuilt = { ...before, rebuilt: rebuiltAt(second) };
  expect(whatCameOfIt(true, before, rebuilt).join()).toMatch(/^Somebody cancelled it/);
  const previewed = { ...before, preview: previewAt(second) };
  expect(whatCameOfIt(false, before, previewed).join()).toMatch(/^Somebody cancelled it/);
});
