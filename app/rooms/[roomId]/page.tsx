import type { Metadata } from 'next';
import { CalendarDays } from 'lucide-react';
import { DoneNotice } from '@/app/_shared/done-notice';
import { dateAt, formatDate } from '@/app/_shared/format';
import { LinkButton } from '@/app/_shared/link-button';
import { logSeen } from '@/app/_shared/live/log-seen';
import type { Shown } from '@/app/_shared/live/shown';
import { PageHeader } from '@/app/_shared/page-header';
import { ProofBadge } from '@/app/_shared/proof-badge';
import { tellHistory } from '@/app/_shared/sentences/history';
import { roomSentence } from '@/app/_shared/sentences/room';
import { wordsFor } from '@/app/_shared/sentences/words-for';
import { StateBesideHistory } from '@/app/_shared/state-beside-history';
import { Timeline } from '@/app/_shared/timeline';
import { toldOnce } from '@/app/_shared/tell-once';
import { whoActs } from '@/app/_shared/who-acts';
import { roomDefinition } from '@/domain/room/room';
import type { Instant, LocalDate } from '@/domain/shared/time';
import { named } from '@/infrastructure/queries/named-rooms';
import { nextOpenDate } from '@/infrastructure/queries/open-time';
import { nowInRoom, type RoomPage as Page } from '@/infrastructure/queries/room';
import { ManageRoom } from './_manage/manage-room';
import { Closures } from './_state/closures';
import { RoomState } from './_state/room-state';
import { RoomStatus } from './_state/room-status';
import { roomOf } from './room-of';
import { WeeklyUse } from './_use/weekly-use';

type Props = PageProps<'/rooms/[roomId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { room } = await roomOf((await params).roomId);
  return { title: room.details.name };
}

/** A room: what it is and the rules it goes by, beside how it came to be so. */
export default async function RoomPage({ params }: Props) {
  const page = await roomOf((await params).roomId);
  const { room, position, events } = page;
  const member = await whoActs();
  const now = new Date().toISOString() as Instant;
  const today = dateAt(now, room.timeZone);
  const nextOpen = nextOpenDate(room, now);
  const words = wordsFor(member, named([room]));
  const [first, ...later] = events;
  const added = later.length === 0 && first?.metadata.causationId === (await toldOnce());
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Rooms', href: '/rooms' }, { label: room.details.name }]}
        badges={<ProofBadge {...page} />}
        shown={shownIn(page, today, await logSeen())}
      />
      <StateBesideHistory
        state={
          <>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              <h1 className="text-entity font-semibold wrap-anywhere">{room.details.name}</h1>
              <RoomStatus use={await nowInRoom(room, now)} timeZone={room.timeZone} now={now} />
            </div>
            <DoneNotice
              key={events.length}
              text={added ? `Added: ${room.details.name}; it can be booked now` : undefined}
            />
            <p className="mt-4">
              <LinkButton
                href={`/rooms/${room.roomId}/${nextOpen ?? today}`}
                tone={nextOpen ? 'primary' : 'plain'}
              >
                <CalendarDays aria-hidden size={16} strokeWidth={1.75} />
                {nextOpen
                  ? `See ${nextOpen === today ? 'today' : formatDate(nextOpen, today)} and book`
                  : 'See its days'}
              </LinkButton>
            </p>
            <RoomState room={room} events={events} />
            <WeeklyUse roomId={room.roomId} today={today} />
            <Closures room={room} now={now} manager={member?.role === 'manager'} />
            {member?.role === 'manager' && (
              <ManageRoom room={room} position={position} today={today} />
            )}
          </>
        }
        history={
          <Timeline
            streamName={`room:${room.roomId}`}
            told={tellHistory(roomDefinition, roomSentence, events, words, () => room.timeZone)}
            words={words}
            now={now}
          />
        }
      />
    </>
  );
}

/** The room, and its day of today, which says how it is now. */
const shownIn = ({ room: { roomId }, position }: Page, today: LocalDate, seen: number): Shown => ({
  seen,
  streams: { [`room:${roomId}`]: position, [`room_day:${roomId}_${today}`]: null },
});
