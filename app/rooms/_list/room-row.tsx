import { Users } from 'lucide-react';
import { formatDate } from '@/app/_shared/format';
import { formatTimes, wallSlot } from '@/app/_shared/format-slot';
import { PageLink } from '@/app/_shared/page-link';
import type { Instant } from '@/domain/shared/time';
import type { ListedRoom } from '@/infrastructure/queries/rooms';
import { dayWords, nowWords } from '../_days/room-words';
import { bookingAddress, timesOf } from '../_days/form-times';
import { columns } from './columns';
import { EquipmentList } from './equipment-list';
import { isFree } from './is-free';
import { RoomStrip } from './room-strip';
import type { StripAxis } from './strip-axis';

/** What all rows of the list share. */
export type ListProps = {
  readonly axis: StripAxis;
  readonly now: Instant;
  /** Who looks; their own reservations stand out. */
  readonly viewer: string | undefined;
  /** True when a date was asked for: every row leads to it then. */
  readonly dated: boolean;
};

type RoomRowProps = ListProps & { readonly room: ListedRoom };

/** One room: what it is, what it is doing, and the ways to its page and to its day. */
export const RoomRow = ({ room, axis, now, viewer, dated }: RoomRowProps) => {
  const { roomId, name, capacity, timeZone } = room;
  const free = room.offer !== undefined || isFree(room);
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
        <RoomStrip room={room} axis={axis} now={now} viewer={viewer} />
      </div>
      <p
        className={`text-right text-sub ${free ? 'font-semibold text-accent-text' : 'text-ink-2'}`}
        title={room.now.status === 'closed' ? room.now.reason : undefined}
      >
        {words(room, now)}
      </p>
      <DayButton room={room} dated={dated} />
    </li>
  );
};

const words = (room: ListedRoom, now: Instant): string => {
  const { offer, timeZone } = room;
  if (offer) return `free ${formatTimes(wallSlot(offer, timeZone))}`;
  return room.date === room.today ? nowWords(room.now, timeZone, now) : dayWords(room);
};

/** To the time that was asked for, or the day, else to the next one that can be booked. */
const DayButton = ({ room, dated }: Pick<RoomRowProps, 'room' | 'dated'>) => {
  const { roomId, name, date, today, nextOpen, offer, timeZone } = room;
  if (offer) {
    return (
      <PageLink
        href={bookingAddress(roomId, date, timesOf(offer, timeZone))}
        className="button button-small justify-self-end max-desk:order-2"
      >
        Book
        <span className="sr-only"> {name}</span>
      </PageLink>
    );
  }
  const leadsTo = dated ? date : (nextOpen ?? today);
  return (
    <PageLink
      href={`/rooms/${roomId}/${leadsTo}`}
      className="button button-small justify-self-end max-desk:order-2"
    >
      {leadsTo === today ? 'Today' : formatDate(leadsTo, today)}
      <span className="sr-only"> in {name}</span>
    </PageLink>
  );
};
