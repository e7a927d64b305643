import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/app/_shared/empty-state';
import { counted } from '@/app/_shared/format-duration';
import { LinkButton } from '@/app/_shared/link-button';
import { logSeen } from '@/app/_shared/live/log-seen';
import type { Shown } from '@/app/_shared/live/shown';
import { PageHeader } from '@/app/_shared/page-header';
import { whoActs } from '@/app/_shared/who-acts';
import type { Instant } from '@/domain/shared/time';
import { listRooms, type ListedRoom } from '@/infrastructure/queries/rooms';
import { FloorSection } from './_list/floor-section';
import { stripAxis } from './_list/strip-axis';

export const metadata: Metadata = { title: 'Rooms' };

/** All rooms by floor, with what someone at the door would find. */
export default async function RoomsPage() {
  const member = await whoActs();
  const now = new Date().toISOString() as Instant;
  const seen = await logSeen();
  const floors = await listRooms(now);
  const rooms = floors.flatMap((floor) => floor.rooms);
  const free = rooms.filter((room) => room.now.status === 'free').length;
  const axis = stripAxis(rooms);
  return (
    <>
      <PageHeader crumbs={[{ label: 'Rooms' }]} shown={shownIn(rooms, seen)} />
      <main id="main" tabIndex={-1} className="outline-none">
        <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-5 desk:px-5">
          <div>
            <h1 className="text-entity font-semibold">Rooms</h1>
            {rooms.length > 0 && (
              <p className="text-ink-2">
                {counted(rooms.length, 'room')}, {free === 0 ? 'none' : free} free now
              </p>
            )}
          </div>
          {member?.role === 'manager' && (
            <LinkButton href="/rooms/new" tone={rooms.length === 0 ? 'primary' : 'plain'}>
              <Plus aria-hidden size={16} strokeWidth={1.75} />
              Add a room
            </LinkButton>
          )}
        </div>
        {rooms.length === 0 && (
          <div className="px-4 desk:px-5">
            <EmptyState title="No rooms yet">
              {member?.role === 'manager'
                ? 'Add the first one; its history begins with that.'
                : 'A manager adds them: choose Clara Weiss or Hugo Marin at the top to do it.'}
            </EmptyState>
          </div>
        )}
        {floors.map((floor) => (
          <FloorSection key={floor.floor} floor={floor} axis={axis} now={now} />
        ))}
      </main>
    </>
  );
}

/** Every room, and the day of each that is drawn. */
const shownIn = (rooms: readonly ListedRoom[], seen: number): Shown => ({
  seen,
  streams: Object.fromEntries(
    rooms.map(({ roomId, today }) => [`room_day:${roomId}_${today}`, null] as const),
  ),
  streamTypes: ['room'],
});
