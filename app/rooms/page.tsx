import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/app/_shared/empty-state';
import { LinkButton } from '@/app/_shared/link-button';
import { logSeen } from '@/app/_shared/live/log-seen';
import type { Shown } from '@/app/_shared/live/shown';
import { PageHeader } from '@/app/_shared/page-header';
import { PageLink } from '@/app/_shared/page-link';
import { whoActs } from '@/app/_shared/who-acts';
import type { Instant } from '@/domain/shared/time';
import { dateAt } from '@/domain/shared/zoned-days';
import { listRooms, type ListedRoom } from '@/infrastructure/queries/rooms';
import { DayNav } from './_days/day-nav';
import { FindForm } from './_list/find-form';
import { FloorSection } from './_list/floor-section';
import { askedRooms, equipmentOf, fits, linkTo } from './_list/search';
import { stripAxis } from './_list/strip-axis';
import { nothingFits, summary } from './_list/summary';
import { usualZone } from './usual-zone';

export const metadata: Metadata = { title: 'Rooms' };

/** All rooms by floor, with what someone at the door would find, or on the date that is asked for. */
export default async function RoomsPage({ searchParams }: PageProps<'/rooms'>) {
  const search = askedRooms(await searchParams);
  const member = await whoActs();
  const now = new Date().toISOString() as Instant;
  const seen = await logSeen();
  const { floors, outOfUse } = await listRooms(now, search);
  const rooms = floors.flatMap((floor) => floor.rooms);
  const found = rooms.filter((room) => fits(room, search));
  const gone = outOfUse.filter((room) => fits(room, search));
  const date = search.date ?? dateAt(now, usualZone(rooms));
  const list = {
    axis: stripAxis(rooms),
    now,
    viewer: member?.id,
    dated: search.date !== undefined,
  };
  const isManager = member?.role === 'manager';
  return (
    <>
      <PageHeader crumbs={[{ label: 'Rooms' }]} shown={shownIn(rooms, seen)} />
      <main id="main" tabIndex={-1} className="outline-none">
        <div className="flex flex-wrap items-center justify-between gap-3 px-4 pt-5 desk:px-5">
          <div>
            <h1 className="text-entity font-semibold">Rooms</h1>
            {rooms.length > 0 && <p className="text-ink-2">{summary(found, rooms, search, now)}</p>}
          </div>
          {isManager && (
            <LinkButton href="/rooms/new" tone={rooms.length === 0 ? 'primary' : 'plain'}>
              <Plus aria-hidden size={16} strokeWidth={1.75} />
              Add a room
            </LinkButton>
          )}
        </div>
        {rooms.length > 0 && (
          <div className="flex flex-wrap items-end gap-x-6 gap-y-3 px-4 py-4 desk:px-5">
            <DayNav
              date={date}
              isToday={search.date === undefined}
              hrefOf={(day) => linkTo(search, day)}
            />
            <FindForm search={search} date={date} equipment={equipmentOf(rooms)} />
          </div>
        )}
        {rooms.length === 0 && (
          <div className="px-4 py-5 desk:px-5">
            <EmptyState title="No rooms yet">
              {isManager
                ? 'Add the first one; its history begins with that.'
                : 'A manager adds them: choose Clara Weiss or Hugo Marin at the top to do it.'}
            </EmptyState>
          </div>
        )}
        {rooms.length > 0 && found.length === 0 && (
          <div className="px-4 pb-5 desk:px-5">
            <EmptyState title={nothingFits(rooms, search)}>
              <PageLink href={linkTo({}, search.date)} className="link">
                Show all rooms
              </PageLink>
            </EmptyState>
          </div>
        )}
        {floors.map(({ floor, rooms: here }) => {
          const shown = here.filter((room) => found.includes(room));
          return (
            shown.length > 0 && <FloorSection key={floor} floor={floor} rooms={shown} {...list} />
          );
        })}
        {gone.length > 0 && <FloorSection floor="Out of use" rooms={gone} {...list} />}
      </main>
    </>
  );
}

/** Every room, and of each the day that is drawn and the one that says how it is now. */
const shownIn = (rooms: readonly ListedRoom[], seen: number): Shown => ({
  seen,
  streams: Object.fromEntries(
    rooms.flatMap(({ roomId, today, date }) =>
      [today, date].map((day) => [`room_day:${roomId}_${day}`, null] as const),
    ),
  ),
  streamTypes: ['room'],
});
