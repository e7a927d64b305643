import { Notice } from '@/app/_shared/notice';
import { dayTimes } from '@/app/_shared/time-choice';
import type { LocalDate, Period } from '@/domain/shared/time';
import type { KnownRoom } from '@/infrastructure/queries/named-rooms';
import { hourly } from '../_schedule/free-time';
import type { Schedule } from '../_schedule/schedule-model';
import { BookForm } from './book-form';
import { chosenTimes, firstOf } from './suggested-times';
import { marksOf } from './time-marks';

type BookHereProps = {
  readonly room: KnownRoom;
  readonly date: LocalDate;
  readonly schedule: Schedule;
  /** What could be booked now. */
  readonly bookable: readonly Period[];
  /** What the address says of times. */
  readonly chosen: unknown;
};

/** The form, or why there is none. */
export const BookHere = ({ room, date, schedule, bookable, chosen }: BookHereProps) => {
  if (room.status === 'retired') return <NoBooking why={`${room.details.name} is out of use`} />;
  if (schedule.day.end <= schedule.now) return <NoBooking why="This day is over" />;
  const { rules, timeZone } = room;
  const offered = bookable.flatMap((period) => hourly(period, rules));
  const marks = marksOf(schedule, bookable, rules.shortestMinutes);
  return (
    <div className="mb-8">
      <BookForm
        room={room}
        date={date}
        suggested={chosenTimes(chosen, date) ?? firstOf(offered, schedule, timeZone)}
        times={dayTimes(date, timeZone, rules.gridMinutes, marks)}
      />
    </div>
  );
};

const NoBooking = ({ why }: { why: string }) => (
  <div className="mb-8">
    <Notice tone="info" title={why}>
      <p className="mt-1 text-ink-2">It cannot be booked; what was reserved stays to be read.</p>
    </Notice>
  </div>
);
