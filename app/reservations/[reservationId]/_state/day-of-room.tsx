import { DayStripBar } from '@/app/_shared/day-strip-bar';
import { formatDate, timeOf, wallClock } from '@/app/_shared/format';
import { roomNameOf, type Words } from '@/app/_shared/sentences/sentence';
import { dateOf } from '@/domain/shared/days';
import type { Instant, Period, TimeZone } from '@/domain/shared/time';
import type { DayStrip } from '@/infrastructure/queries/day-strip';
import type { ReservationPage } from '@/infrastructure/queries/reservation';

type DayOfRoomProps = {
  readonly page: ReservationPage;
  readonly strip: DayStrip;
  readonly words: Words;
  readonly slot: Period;
  readonly held: boolean;
  readonly now: Instant;
};

/** Where the reservation lies in its room's day. */
export const DayOfRoom = ({ page: { room }, strip, words, slot, held, now }: DayOfRoomProps) => {
  if (!room) return null;
  const { start, end } = strip.shown;
  return (
    <div className="mt-5">
      <p className="mb-1.5 flex justify-between gap-3 text-sub text-ink-3">
        <span className="min-w-0">
          {roomNameOf(words, room.roomId)} on {formatDate(strip.date, now)}
        </span>
        <span>
          {wallTime(start, room.timeZone)}–{endTime(strip, end, room.timeZone)}
        </span>
      </p>
      <DayStripBar strip={strip} chosen={slot} as={held ? 'held' : 'released'} />
    </div>
  );
};

const wallTime = (instant: Period['start'], timeZone: TimeZone) =>
  timeOf(wallClock(instant, timeZone));

const endTime = ({ date }: DayStrip, end: Period['end'], timeZone: TimeZone) =>
  dateOf(wallClock(end, timeZone)) === date ? wallTime(end, timeZone) : '24:00';
