import { dateAt, formatDate } from '@/app/_shared/format';
import type { Words } from '@/app/_shared/sentences/sentence';
import { dateOf } from '@/domain/shared/days';
import type { Instant, LocalDate, TimeZone } from '@/domain/shared/time';
import type { MyReservationsPage } from '@/infrastructure/queries/mine';
import type { KnownReservation } from '@/infrastructure/queries/reservation';
import { ReservationRow } from './reservation-row';

type ReservationRowsProps = {
  readonly page: Pick<MyReservationsPage, 'list' | 'reservations'>;
  readonly words: Words;
  readonly now: Instant;
};

/** The reservations of a list under their dates. */
export const ReservationRows = ({ page, words, now }: ReservationRowsProps) =>
  byDate(page, words).map(({ date, reservations }) => (
    <section key={date} aria-labelledby={`on-${date}`} className="mb-5">
      <h2 id={`on-${date}`} className="mb-2 text-sub font-medium text-ink-3">
        {page.list === 'refused' && 'Refused on '}
        {formatDate(date, now)}
      </h2>
      <ul className="divide-y divide-line rounded-panel border border-line">
        {reservations.map((reservation) => (
          <ReservationRow
            key={reservation.reservationId}
            reservation={reservation}
            words={words}
            now={now}
          />
        ))}
      </ul>
    </section>
  ));

type OnDate = { readonly date: LocalDate; readonly reservations: readonly KnownReservation[] };

/**
 * Put together by the date they start on, or were refused on; the next first for what comes, the
 * latest first else.
 */
const byDate = (
  { list, reservations }: ReservationRowsProps['page'],
  words: Words,
): readonly OnDate[] => {
  const dates = new Map<LocalDate, KnownReservation[]>();
  for (const reservation of reservations) {
    const date = dateOfRow(reservation, words);
    dates.set(date, [...(dates.get(date) ?? []), reservation]);
  }
  const direction = list === 'upcoming' ? 1 : -1;
  return [...dates]
    .map(([date, on]) => ({
      date,
      reservations: on.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1) * direction),
    }))
    .sort((a, b) => (a.date < b.date ? -1 : 1) * direction);
};

const dateOfRow = (reservation: KnownReservation, words: Words): LocalDate => {
  if (reservation.status !== 'rejected') return dateOf(reservation.granted.slot.startsAt);
  const zone = words.rooms[reservation.roomId]?.timeZone ?? 'UTC';
  return dateAt(reservation.rejectedAt, zone as TimeZone);
};

/** Rooms have zones of their own: what comes first is told by the moment, not by the wall. */
const startOf = (reservation: KnownReservation): string =>
  reservation.status === 'rejected' ? reservation.rejectedAt : reservation.granted.slot.start;
