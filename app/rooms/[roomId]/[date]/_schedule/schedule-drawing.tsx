import { timeOf, wallClock } from '@/app/_shared/format';
import type { Period, TimeZone } from '@/domain/shared/time';
import { BlockLink } from './block-link';
import { ClosedBlock } from './closed-block';
import { heightOf, hourMarks, placed, topOf, type Scale } from './scale';
import type { Schedule } from './schedule-model';
import { FreeLinks, type FreeSlot } from './free-links';
import { WishOutline } from './wish-outline';

type ScheduleDrawingProps = {
  readonly schedule: Schedule;
  readonly scale: Scale;
  readonly timeZone: TimeZone;
  /** What can be booked with one click; empty for who may not book. */
  readonly free: readonly FreeSlot[];
  /** What could be booked now, in whole. */
  readonly bookable: readonly Period[];
};

/**
 * The day drawn to scale: hours down, closed times hatched, reservations as blocks with the time
 * kept free after them, and where we are now. The blocks are a list of links in the order of time.
 */
export const ScheduleDrawing = ({
  schedule,
  scale,
  timeZone,
  free,
  bookable,
}: ScheduleDrawingProps) => {
  const { shown, open, closed, blocks, now } = schedule;
  const hasNow = shown.start <= now && now < shown.end;
  return (
    <div className="relative mt-4 mb-2 flex" style={{ height: heightOf(scale) }}>
      <div aria-hidden className="relative w-12 shrink-0 text-meta text-ink-3">
        {hourMarks(scale, timeZone).map(({ at, label, offset }) => (
          <span
            key={at}
            className="absolute right-2 -mt-2 text-right"
            style={{ top: topOf(scale, at) }}
          >
            {label}
            {offset && <span className="block font-medium text-ink-2">{offset}</span>}
          </span>
        ))}
        {hasNow && (
          <span
            className="absolute right-0 z-10 -translate-y-1/2 rounded-chip bg-ink px-1.5 font-semibold text-surface"
            style={{ top: topOf(scale, now) }}
          >
            {timeOf(wallClock(now, timeZone))}
          </span>
        )}
      </div>
      <div className="hatched relative min-w-0 flex-1 overflow-hidden rounded-control border border-line">
        {open.map((period) => (
          <div
            key={period.start}
            aria-hidden
            className="absolute inset-x-0 bg-surface"
            style={placed(scale, period)}
          />
        ))}
        {hourMarks(scale, timeZone).map(({ at }) => (
          <div
            key={at}
            aria-hidden
            className="absolute inset-x-0 border-t border-line"
            style={{ top: topOf(scale, at) }}
          />
        ))}
        <div
          aria-hidden
          className="past absolute inset-x-0 top-0"
          style={placed(scale, { start: shown.start, end: now })}
        />
        <FreeLinks free={free} scale={scale} />
        <ol aria-label="Reservations of the day">
          {blocks.map((block) => (
            <BlockLink key={block.reservationId} block={block} scale={scale} timeZone={timeZone} />
          ))}
        </ol>
        {closed.map((closure) => (
          <ClosedBlock
            key={closure.closureId}
            closure={closure}
            scale={scale}
            timeZone={timeZone}
          />
        ))}
        <WishOutline scale={scale} timeZone={timeZone} bookable={bookable} />
        {hasNow && (
          <div
            aria-hidden
            className="pointer-events-none absolute inset-x-0 h-[1.5px] -translate-y-1/2 bg-ink"
            style={{ top: topOf(scale, now) }}
          />
        )}
      </div>
    </div>
  );
};
