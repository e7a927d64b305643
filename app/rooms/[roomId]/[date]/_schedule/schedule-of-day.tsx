import { plusMinutes } from '@/domain/shared/instants';
import type { Instant, LocalDate, Period } from '@/domain/shared/time';
import type { KnownRoom } from '@/infrastructure/queries/named-rooms';
import { formatTimes, wallSlot } from '@/app/_shared/format-slot';
import { bookingAddress, timesOf } from '../../../_days/form-times';
import { clockChange } from './clock-change';
import { DayList } from './day-list';
import type { FreeSlot } from './free-links';
import { freeTimes, hourly } from './free-time';
import { LongDay } from './long-day';
import { heightOf, scaleFor, topOf } from './scale';
import { ScheduleDrawing } from './schedule-drawing';
import type { Schedule } from './schedule-model';

type ScheduleOfDayProps = {
  readonly room: KnownRoom;
  readonly date: LocalDate;
  readonly schedule: Schedule;
  /** What could be booked now. */
  readonly bookable: readonly Period[];
};

/** The day as a drawing and as a list, with one line for what a drawing leaves open. */
export const ScheduleOfDay = ({ room, date, schedule, bookable }: ScheduleOfDayProps) => {
  const { timeZone, rules } = room;
  const free = room.status === 'open' ? freeTimes(schedule) : [];
  const parts = bookable.flatMap((period) => hourly(period, rules));
  const links = parts.map((period) => freeSlot(room, date, period));
  const change = clockChange(schedule.day, timeZone);
  const scale = scaleFor(schedule.shown, rules.shortestMinutes);
  const drawing = (
    <ScheduleDrawing
      schedule={schedule}
      scale={scale}
      timeZone={timeZone}
      free={links}
      bookable={bookable}
    />
  );
  return (
    <>
      {change !== undefined && <p className="mt-3 font-block">{change}</p>}
      <p className="mt-3 text-ink-2">
        {summary(schedule, bookable.length > 0)}
        {bookable.length > 0 && ' Choose a free time in the drawing, or fill in the form.'}
      </p>
      {heightOf(scale) > tooHigh ? (
        <LongDay first={topOf(scale, firstSeen(schedule))}>{drawing}</LongDay>
      ) : (
        drawing
      )}
      <DayList schedule={schedule} free={free} bookable={bookable} timeZone={timeZone} />
    </>
  );
};

/** Pixels; most screens show less. */
const tooHigh = 1000;

/** An hour before now, or what a working day begins with on another day. */
const firstSeen = ({ shown, day, now }: Schedule): Instant => {
  const isToday = day.start <= now && now < day.end;
  const wanted = isToday ? plusMinutes(now, -60) : plusMinutes(day.start, 7 * 60 + 30);
  return wanted > shown.start ? wanted : shown.start;
};

const freeSlot = ({ roomId, timeZone }: KnownRoom, date: LocalDate, period: Period): FreeSlot => {
  const fields = timesOf(period, timeZone);
  return {
    period,
    times: formatTimes(wallSlot(period, timeZone)),
    fields: { date, ...fields },
    href: bookingAddress(roomId, date, fields),
  };
};

const summary = ({ open, blocks, day, now }: Schedule, anyLeft: boolean): string => {
  if (blocks.length === 0 && open.length === 0) return 'The room is not open on this day.';
  if (blocks.length === 0) {
    return day.end <= now ? 'Nothing was booked.' : 'Nothing booked yet.';
  }
  const reserved = blocks.length === 1 ? 'One reservation' : `${blocks.length} reservations`;
  return anyLeft || day.end <= now ? `${reserved}.` : `${reserved}, nothing free.`;
};
