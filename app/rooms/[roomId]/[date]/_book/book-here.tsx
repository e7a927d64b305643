import { Notice } from '@/app/_shared/notice';
import type { LocalDate, Period } from '@/domain/shared/time';
import type { KnownRoom } from '@/infrastructure/queries/named-rooms';
import type { Schedule } from '../_schedule/schedule-model';
import { BookForm } from './book-form';
import { chosenTimes, firstFreeTimes } from './suggested-times';

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
  const times = chosenTimes(chosen);
  // New times in the address make a new form. What becomes free or taken meanwhile must not: the form
  // would lose what was typed and why it was refused.
  return (
    <div className="mb-8">
      <BookForm
        key={times && `${times.from}${times.to}`}
        room={room}
        date={date}
        suggested={times ?? firstFreeTimes(bookable, room.rules, room.timeZone)}
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
