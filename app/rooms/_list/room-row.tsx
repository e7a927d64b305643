import { Users } from 'lucide-react';
import { PageLink } from '@/app/_shared/page-link';
import type { Instant } from '@/domain/shared/time';
import type { ListedRoom } from '@/infrastructure/queries/rooms';
import { columns } from './columns';
import { EquipmentList } from './equipment-list';
import { RoomStrip } from './room-strip';
import { UseNow } from './use-now';
import type { StripAxis } from './strip-axis';

type RoomRowProps = { readonly room: ListedRoom; readonly axis: StripAxis; readonly now: Instant };

/** One room: what it is, what it is doing, and the ways to its page and to its day. */
export const RoomRow = ({ room, axis, now }: RoomRowProps) => {
  const { roomId, name, capacity, timeZone, today } = room;
  const free = room.now.status === 'free';
  return (
    <li className={`relative py-2.5 hover:bg-sunken ${columns}`}>
      {free && (
        <span
          aria-hidden
          className="absolute top-5 left-1.5 size-1.5 rounded-full bg-accent desk:left-2"
        />
      )}
      <div className="min-w-0">
        <PageLink
          href={`/rooms/${roomId}`}
          className="block truncate rounded-chip text-say font-semibold hover:text-accent-text hover:underline"
        >
          {name}
        </PageLink>
        <p className="truncate text-meta text-ink-3">{timeZone}</p>
      </div>
      <div className="flex min-w-0 items-center gap-3 text-sub text-ink-2 max-desk:order-1">
        <span className="flex shrink-0 items-center gap-1">
          <Users aria-hidden size={14} strokeWidth={1.75} />
          {capacity} <span className="sr-only">seats</span>
        </span>
        <EquipmentList equipment={room.equipment} />
      </div>
      <div className="max-desk:order-3 max-desk:col-span-2">
        <RoomStrip room={room} axis={axis} now={now} />
      </div>
      <UseNow use={room.now} timeZone={timeZone} now={now} />
      <PageLink
        href={`/rooms/${roomId}/${today}`}
        className="button button-small justify-self-end max-desk:order-2"
      >
        Today<span className="sr-only"> in {name}</span>
      </PageLink>
    </li>
  );
};
