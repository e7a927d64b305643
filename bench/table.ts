import { barText, holds, type Measured } from './measurement';

const heads = ['', 'ours', 'other', 'ratio', 'bar', 'holds'] as const;

/** All that was measured as a table in Markdown, so that it can go into docs/benchmarks.md as it is. */
export const tableOf = (all: readonly Measured[]): string => {
  const rows = [heads, ...all.map(cellsOf)];
  const widths = heads.map((_, i) => Math.max(3, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, i) => (cells[i] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [line(rows[0] ?? []), line(rule), ...rows.slice(1).map(line)].join('\n');
};

const cellsOf = (measured: Measured): readonly string[] => {
  const { name, unit, ours, other, ratio, bar } = measured;
  const held = holds(measured);
  return [
    name,
    `${figure(ours)} ${unit}`,
    `${figure(other)} ${unit}`,
    figure(ratio),
    barText(bar),
    held === undefined ? '' : held ? 'yes' : 'NO',
  ];
};

/** Three digits that count, and whole numbers from 100 on. */
const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
