import { Notice } from '@/app/_shared/notice';
import type { Words } from '@/app/_shared/sentences/sentence';
import { dayTimes } from '@/app/_shared/time-choice';
import type { BookableDay } from '@/domain/room-day/bookable-times';
import { roomStream } from '@/domain/room/room';
import { nextBookable } from '@/infrastructure/queries/bookable';
import type { RoomDayPage } from '@/infrastructure/queries/room-day';
import { hourly } from '../_schedule/free-time';
import type { Schedule } from '../_schedule/schedule-model';
import { BookForm } from './book-form';
import { NothingFree } from './nothing-free';
import { chosenTimes, firstOf } from './suggested-times';
import { marksOf } from './time-marks';
import { whyNothing } from './why-nothing';

type BookHereProps = {
  readonly page: RoomDayPage;
  readonly schedule: Schedule;
  /** What could be booked now, and why not more. */
  readonly bookable: BookableDay;
  readonly words: Words;
  /** What the address says of times. */
  readonly chosen: unknown;
};

/** The form, or why there is none. */
export const BookHere = (props: BookHereProps) => {
  const { page, schedule, bookable, chosen } = props;
  const { room, date } = page;
  if (room.status === 'retired') return <NoBooking why={`${room.details.name} is out of use`} />;
  if (schedule.day.end <= schedule.now) return <NoBooking why="This day is over" />;
  const { rules, timeZone } = room;
  const offered = bookable.times.flatMap((period) => hourly(period, rules));
  const marks = marksOf(schedule, bookable.times, rules.shortestMinutes);
  return (
    <div className="mb-8">
      <BookForm
        room={room}
        date={date}
        suggested={chosenTimes(chosen, date) ?? firstOf(offered, schedule, timeZone)}
        times={dayTimes(date, timeZone, rules.gridMinutes, marks)}
        instead={bookable.times.length === 0 && <Instead {...props} />}
      />
    </div>
  );
};

const Instead = async ({ page, schedule, bookable, words }: BookHereProps) => {
  const { room, date, roomPosition } = page;
  const loaded = { ref: roomStream(room.roomId), position: roomPosition, state: room };
  const next = await nextBookable(loaded, date, schedule.now);
  const [time] = next ? hourly(next.time, room.rules) : [];
  const context = { words, roomId: room.roomId, room, refusedAt: schedule.now };
  return (
    <NothingFree
      room={room}
      date={date}
      why={whyNothing(bookable.refusals, context)}
      next={next && time && { date: next.date, time }}
    />
  );
};

const NoBooking = ({ why }: { why: string }) => (
  <div className="mb-8">
    <Notice tone="info" title={why}>
      <p className="mt-1 text-ink-2">It cannot be booked; what was reserved stays to be read.</p>
    </Notice>
  </div>
);
