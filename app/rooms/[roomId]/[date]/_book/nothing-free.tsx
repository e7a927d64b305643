import { formatPeriod } from '@/app/_shared/format-slot';
import { Notice } from '@/app/_shared/notice';
import { PageLink } from '@/app/_shared/page-link';
import type { LocalDate, Period } from '@/domain/shared/time';
import type { KnownRoom } from '@/infrastructure/queries/named-rooms';
import { bookingAddress, timesOf } from '../../../_days/form-times';

type NothingFreeProps = {
  readonly room: KnownRoom;
  readonly date: LocalDate;
  /** Why nothing of the day can be booked; undefined when its time has simply passed. */
  readonly why: string | undefined;
  /** The next time that can be booked, on whichever day. */
  readonly next: { readonly date: LocalDate; readonly time: Period } | undefined;
};

/** In place of a form that could only be refused: why, and the way to the next time that is free. */
export const NothingFree = ({ room, date, why, next }: NothingFreeProps) => (
  <Notice tone="info" title="Nothing can be booked on this day">
    {why !== undefined && <p className="mt-1 text-ink-2">{why}.</p>}
    {next && (
      <p className="mt-1">
        Next free:{' '}
        <PageLink
          href={bookingAddress(room.roomId, next.date, timesOf(next.time, room.timeZone))}
          className="link inline-flex min-h-6 items-center"
        >
          {formatPeriod(next.time, room.timeZone, date)}
        </PageLink>
      </p>
    )}
  </Notice>
);
