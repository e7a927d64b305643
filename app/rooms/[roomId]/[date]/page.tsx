import type { Metadata } from 'next';
import { dateAt, formatDate, formatLongDate } from '@/app/_shared/format';
import { logSeen } from '@/app/_shared/live/log-seen';
import type { Shown } from '@/app/_shared/live/shown';
import { PageHeader } from '@/app/_shared/page-header';
import { PageLink } from '@/app/_shared/page-link';
import { ProofBadge } from '@/app/_shared/proof-badge';
import { tellHistory } from '@/app/_shared/sentences/history';
import { roomDaySentence, type DayWords } from '@/app/_shared/sentences/room-day';
import { wordsFor } from '@/app/_shared/sentences/words-for';
import { StateBesideHistory } from '@/app/_shared/state-beside-history';
import { Timeline } from '@/app/_shared/timeline';
import { WishBoard } from '@/app/_shared/wish-board';
import { whoActs } from '@/app/_shared/who-acts';
import { roomDayDefinition } from '@/domain/room-day/room-day';
import { roomStream } from '@/domain/room/room';
import type { Instant } from '@/domain/shared/time';
import { bookableDay } from '@/infrastructure/queries/bookable';
import type { RoomDayPage as Day } from '@/infrastructure/queries/room-day';
import { DayNav } from '../../_days/day-nav';
import { BookHere } from './_book/book-here';
import { dayOfRoom } from './day-of-room';
import { ScheduleOfDay } from './_schedule/schedule-of-day';
import { scheduleOf } from './_schedule/schedule-model';

type Props = PageProps<'/rooms/[roomId]/[date]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { roomId, date } = await params;
  const { room, date: day } = await dayOfRoom(roomId, date);
  return { title: `${room.details.name}, ${formatDate(day)}` };
}

/** A room's day: what is held, drawn to scale, beside how it came about; book here. */
export default async function RoomDayPage({ params, searchParams }: Props) {
  const { roomId, date: dateInAddress } = await params;
  const page = await dayOfRoom(roomId, dateInAddress);
  const { room, date, events } = page;
  const now = new Date().toISOString() as Instant;
  const today = dateAt(now, room.timeZone);
  const words: DayWords = {
    ...wordsFor(await whoActs(), page.rooms, page.texts),
    timeZone: room.timeZone,
    reservations: page.reservations,
    releases: page.releases,
  };
  const schedule = scheduleOf(page, words, now);
  const bookable = await bookableDay(
    { ref: roomStream(room.roomId), position: page.roomPosition, state: room },
    date,
    now,
  );
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Rooms', href: '/rooms' },
          { label: room.details.name, href: `/rooms/${room.roomId}` },
          { label: formatDate(date, now) },
        ]}
        badges={<ProofBadge {...page} />}
        shown={shownIn(page, await logSeen())}
      />
      <WishBoard>
        <StateBesideHistory
          state={
            <>
              <div className="flex flex-wrap items-start justify-between gap-3">
                <div className="min-w-0">
                  <h1 className="text-entity font-semibold">{formatLongDate(date)}</h1>
                  <p className="text-ink-2">
                    <PageLink href={`/rooms/${room.roomId}`} className="link">
                      {room.details.name}
                    </PageLink>
                    , {room.timeZone}
                  </p>
                </div>
                <div className="flex items-center gap-2">
                  <DayNav
                    date={date}
                    isToday={date === today}
                    hrefOf={(day) => `/rooms/${room.roomId}/${day ?? today}`}
                  />
                  <a href="#book" className="button button-primary desk:hidden">
                    Book
                  </a>
                </div>
              </div>
              <ScheduleOfDay
                room={room}
                date={date}
                schedule={schedule}
                bookable={bookable.times}
              />
            </>
          }
          history={
            <>
              <BookHere
                page={page}
                schedule={schedule}
                bookable={bookable}
                words={words}
                chosen={await searchParams}
              />
              <Timeline
                streamName={`room_day:${room.roomId}_${date}`}
                told={tellHistory(
                  roomDayDefinition,
                  roomDaySentence,
                  events,
                  words,
                  () => room.timeZone,
                )}
                words={words}
                now={now}
                empty={
                  schedule.day.end <= now
                    ? 'Nothing was booked on this day.'
                    : 'Nothing has been booked on this day yet.'
                }
              />
            </>
          }
        />
      </WishBoard>
    </>
  );
}

/** The day, its room, and every reservation named in it. */
const shownIn = ({ room, date, position, reservations }: Day, seen: number): Shown => ({
  seen,
  streams: {
    [`room_day:${room.roomId}_${date}`]: position,
    [`room:${room.roomId}`]: null,
    ...Object.fromEntries(Object.keys(reservations).map((id) => [`reservation:${id}`, null])),
  },
});
