import { positionOf, type StripAxis } from './strip-axis';

/** The hours over the strips, as many as have room. */
export const AxisLabels = ({ axis }: { axis: StripAxis }) => (
  <div aria-hidden className="relative h-4 text-meta text-ink-3">
    {labelled(axis).map((minute) => (
      <span
        key={minute}
        className="absolute -translate-x-1/2"
        style={{ left: `${positionOf(axis, minute)}%` }}
      >
        {String(minute / 60).padStart(2, '0')}
      </span>
    ))}
  </div>
);

const mostLabels = 9;

/** Full hours inside the axis, at steps of one, two, three … hours. */
const labelled = ({ from, to }: StripAxis): readonly number[] => {
  const step = Math.max(1, Math.ceil((to - from) / 60 / mostLabels)) * 60;
  const first = Math.floor(from / step) * step + step;
  const count = Math.max(0, Math.ceil((to - first) / step));
  return Array.from({ length: count }, (_, i) => first + i * step);
};
