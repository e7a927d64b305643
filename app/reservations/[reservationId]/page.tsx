import type { Metadata } from 'next';
import type { Instant } from '@/domain/shared/time';
import { logSeen } from '@/app/_shared/live/log-seen';
import type { Shown } from '@/app/_shared/live/shown';
import { toldOnce } from '@/app/_shared/tell-once';
import { whoActs } from '@/app/_shared/who-acts';
import { RefusedView } from './_refused/refused-view';
import { ReservationView } from './_state/reservation-view';
import { titleOf } from './_state/reservation-words';
import type { ReservationPage as Page } from '@/infrastructure/queries/reservation';
import { reservationOf } from './reservation-of';

type Props = PageProps<'/reservations/[reservationId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reservation, texts } = await reservationOf((await params).reservationId);
  if (reservation.status === 'rejected') return { title: 'Refused booking' };
  return { title: titleOf(reservation, texts, await whoActs()) };
}

/** A reservation, from its booking or its refusal on: what is so, what can be done, and the history. */
export default async function ReservationPage({ params, searchParams }: Props) {
  const page = await reservationOf((await params).reservationId);
  const viewer = await whoActs();
  const now = new Date().toISOString() as Instant;
  const { reservation } = page;
  const shown = shownIn(page, await logSeen());
  if (reservation.status === 'rejected') {
    return (
      <RefusedView page={page} reservation={reservation} viewer={viewer} now={now} shown={shown} />
    );
  }
  return (
    <ReservationView
      page={page}
      reservation={reservation}
      viewer={viewer}
      now={now}
      shown={shown}
      told={await toldOnce()}
      search={await searchParams}
    />
  );
}

/** The reservation, the rooms in its history, and the day that is drawn beside it. */
const shownIn = ({ reservation, position, rooms, strip }: Page, seen: number): Shown => ({
  seen,
  streams: {
    [`reservation:${reservation.reservationId}`]: position,
    ...Object.fromEntries(Object.keys(rooms).map((roomId) => [`room:${roomId}`, null])),
    ...(strip &&
      'granted' in reservation && {
        [`room_day:${reservation.granted.roomId}_${strip.date}`]: null,
      }),
  },
});
