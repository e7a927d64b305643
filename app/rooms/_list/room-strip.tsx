import type { Instant, Period } from '@/domain/shared/time';
import type { ListedRoom } from '@/infrastructure/queries/rooms';
import { percentAt, positionOf, type StripAxis } from './strip-axis';

type RoomStripProps = {
  readonly room: ListedRoom;
  readonly axis: StripAxis;
  readonly now: Instant;
  readonly viewer: string | undefined;
};

/**
 * The room's day in one line: closed times hatched, what is taken as blocks, the viewer's own higher
 * and in the accent, and now.
 */
export const RoomStrip = ({ room, axis, now, viewer }: RoomStripProps) => {
  const { open, taken } = room;
  const placed = ({ start, end }: Period) => {
    const left = percentAt(axis, room, start);
    return { left: `${left}%`, width: `${Math.max(0, percentAt(axis, room, end) - left)}%` };
  };
  const here = percentAt(axis, room, now);
  return (
    <div
      aria-hidden
      className="hatched relative h-6 overflow-hidden rounded-chip border border-line"
    >
      {open.map((period) => (
        <span key={period.start} className="absolute inset-y-0 bg-surface" style={placed(period)} />
      ))}
      {hoursOf(axis).map((hour) => (
        <span
          key={hour}
          className="absolute inset-y-0 border-l border-line"
          style={{ left: `${positionOf(axis, hour)}%` }}
        />
      ))}
      {taken.map((period) => (
        <span
          key={period.start}
          className={`absolute rounded-[3px] border-x border-surface ${lookOf(
            period.memberId === viewer,
            period.end <= now,
          )}`}
          style={placed(period)}
        />
      ))}
      {here > 0 && here < 100 && (
        <span
          className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-ink"
          style={{ left: `round(${here}%, 1px)` }}
        />
      )}
    </div>
  );
};

const lookOf = (mine: boolean, past: boolean) => {
  if (mine) return past ? 'inset-y-0.5 bg-accent-tint-2' : 'inset-y-0.5 bg-accent';
  return past ? 'inset-y-1 bg-blk' : 'inset-y-1 bg-blk-bar';
};

const hoursOf = ({ from, to }: StripAxis): readonly number[] =>
  Array.from({ length: Math.max(0, (to - from) / 60 - 1) }, (_, i) => from + (i + 1) * 60);
