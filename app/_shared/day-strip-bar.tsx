import type { Instant, Period } from '@/domain/shared/time';
import type { DayStrip } from '@/infrastructure/queries/day-strip';

type DayStripBarProps = {
  readonly strip: DayStrip;
  readonly chosen: Period;
  /** Held by its reservation, released again (drawn as an outline), or only wished for. */
  readonly as: 'held' | 'released' | 'wished';
  readonly className?: string;
};

/** A day in one line: what is taken, and the slot this is about. Says nothing that is not in words beside it. */
export const DayStripBar = ({ strip, chosen, as, className }: DayStripBarProps) => {
  const { shown, open, taken } = strip;
  const others = as === 'held' ? taken.filter(({ start }) => start !== chosen.start) : taken;
  return (
    <span
      aria-hidden
      className={`hatched relative block h-5 overflow-hidden rounded-chip border border-line ${className ?? ''}`}
    >
      {open.map((period) => (
        <Piece key={period.start} period={period} shown={shown} look="bg-surface inset-y-0" />
      ))}
      {others.map((period) => (
        <Piece key={period.start} period={period} shown={shown} look="bg-blk-bar/40 inset-y-0.5" />
      ))}
      <Piece period={chosen} shown={shown} look={looks[as]} />
    </span>
  );
};

const looks = {
  held: 'bg-accent inset-y-0.5',
  released: 'inset-y-0.5 border-[1.5px] border-dashed border-ink-3',
  wished: 'bg-accent/80 inset-y-0.5',
} as const;

const Piece = ({ period, shown, look }: { period: Period; shown: Period; look: string }) => {
  const at = (instant: Instant) =>
    ((Date.parse(instant) - Date.parse(shown.start)) /
      (Date.parse(shown.end) - Date.parse(shown.start))) *
    100;
  const [left, right] = [Math.max(0, at(period.start)), Math.min(100, at(period.end))];
  if (right <= left) return null;
  return (
    <span
      className={`absolute rounded-[3px] ${look}`}
      style={{ left: `${left}%`, width: `${right - left}%` }}
    />
  );
};
