import { ChevronRight } from 'lucide-react';
import { formatLength, formatRelative } from '@/app/_shared/format-duration';
import { formatSlot, formatTimes } from '@/app/_shared/format-slot';
import { PageLink } from '@/app/_shared/page-link';
import { refusalReason } from '@/app/_shared/refusal-text';
import { firstNameOf, roomNameOf, type Words } from '@/app/_shared/sentences/sentence';
import { StatusBadge } from '@/app/reservations/[reservationId]/_state/status-badge';
import { statusAt } from '@/app/reservations/[reservationId]/_state/reservation-status';
import { TimesKept } from '@/app/_shared/times-kept';
import type { Instant } from '@/domain/shared/time';
import type { KnownReservation } from '@/infrastructure/queries/reservation';

type ReservationRowProps = {
  readonly reservation: KnownReservation;
  readonly words: Words;
  readonly now: Instant;
};

/** One reservation in a list: when, what, where; the whole row leads to it. */
export const ReservationRow = ({ reservation, words, now }: ReservationRowProps) => {
  const { times, title, place } = told({ reservation, words, now });
  return (
    <li className="relative flex min-h-14 items-center gap-x-4 px-3 py-2.5 hover:bg-hover">
      <p className="shrink-0 text-say tabular-nums max-phone:w-24 phone:w-36">
        <TimesKept text={times} />
      </p>
      <div className="min-w-0 flex-1">
        <PageLink
          href={`/reservations/${reservation.reservationId}`}
          className="text-say font-block wrap-anywhere after:absolute after:inset-0"
        >
          {title}
        </PageLink>
        <p className="text-ink-2">
          <TimesKept text={place} />
        </p>
      </div>
      <p className="shrink-0 text-sub text-ink-3 max-phone:hidden">
        <Remark reservation={reservation} words={words} now={now} />
      </p>
      <ChevronRight aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-ink-3" />
    </li>
  );
};

/** What the list it stands in does not say yet. */
const Remark = ({ reservation, words, now }: ReservationRowProps) => {
  const status = statusAt(reservation, now);
  switch (reservation.status) {
    case 'rejected':
      return `refused ${formatRelative(reservation.rejectedAt, now)}`;
    case 'cancelled':
      return `by ${whoIs(reservation.cancelledBy, words)}, ${formatRelative(reservation.cancelledAt, now)}`;
    case 'reserved': {
      const { slot } = reservation.granted;
      if (status === 'under way') return <StatusBadge status={status} />;
      return status === 'ended' ? formatLength(slot) : formatRelative(slot.start, now);
    }
    default: {
      const unknown: never = reservation;
      return unknown;
    }
  }
};

const whoIs = (memberId: string, words: Words) =>
  memberId === words.viewer ? 'you' : firstNameOf(words, memberId);

const told = ({ reservation, words, now }: ReservationRowProps) => {
  if (reservation.status === 'rejected') {
    const { roomId, wished, refusal } = reservation;
    const zone = words.rooms[roomId]?.timeZone;
    return {
      times: formatSlot(wished, now),
      title: `Booking of ${roomNameOf(words, roomId)} refused`,
      place: `${sentenceOf(refusalReason(refusal, { words, roomId }))}${zone ? `, ${zone}` : ''}`,
    };
  }
  const { granted, title } = reservation;
  const { roomId, slot } = granted;
  const zone = slot.timeZone;
  return {
    times: formatTimes(slot),
    title: words.texts[title.box] === null ? 'Erased' : (words.texts[title.box] ?? 'Untitled'),
    place: `${roomNameOf(words, roomId)}, ${zone}`,
  };
};

const sentenceOf = (reason: string) => reason.charAt(0).toUpperCase() + reason.slice(1);
