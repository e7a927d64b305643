import { DoneNotice } from '@/app/_shared/done-notice';
import { formatDate } from '@/app/_shared/format';
import { formatSlot } from '@/app/_shared/format-slot';
import type { Shown } from '@/app/_shared/live/shown';
import { PageHeader } from '@/app/_shared/page-header';
import { PageLink } from '@/app/_shared/page-link';
import { ProofBadge } from '@/app/_shared/proof-badge';
import { tellHistory } from '@/app/_shared/sentences/history';
import { reservationSentence } from '@/app/_shared/sentences/reservation';
import { fullNameOf, roomNameOf, type Words } from '@/app/_shared/sentences/sentence';
import { wordsFor } from '@/app/_shared/sentences/words-for';
import { StateBesideHistory } from '@/app/_shared/state-beside-history';
import { Timeline } from '@/app/_shared/timeline';
import { reservationDefinition } from '@/domain/reservation/reservation';
import { dateOf } from '@/domain/shared/days';
import type { CommandId } from '@/domain/shared/ids';
import type { Instant } from '@/domain/shared/time';
import type { Member } from '@/infrastructure/members';
import type { KnownReservation, ReservationPage } from '@/infrastructure/queries/reservation';
import { DoBar } from '../_do/do-bar';
import { DoForm } from '../_do/do-form';
import { opened, possible } from '../_do/doings';
import { DayOfRoom } from './day-of-room';
import { justDone } from './just-done';
import { isTheirs, titleOf } from './reservation-words';
import { statusAt } from './reservation-status';
import { StateRows } from './state-rows';
import { StatusBadge } from './status-badge';

type ReservationViewProps = {
  readonly page: ReservationPage;
  readonly reservation: Exclude<KnownReservation, { status: 'rejected' }>;
  readonly viewer: Member | undefined;
  readonly now: Instant;
  readonly shown: Shown;
  /** The command whose doing is to be told. */
  readonly told: CommandId | undefined;
  readonly search: Readonly<Record<string, string | string[] | undefined>>;
};

/** A reservation that holds its room, or did: its state, what can be done, and its history. */
export const ReservationView = (props: ReservationViewProps) => {
  const { page, reservation, viewer, now, shown, told, search } = props;
  const { reservationId, granted } = reservation;
  const words = wordsFor(viewer, page.rooms, page.texts);
  const title = titleOf(reservation, page.texts, viewer);
  const can = possible(reservation, viewer, now);
  const open = opened(search, can);
  return (
    <>
      <PageHeader
        crumbs={crumbs(reservation, words, title, now)}
        badges={<ProofBadge {...page} />}
        shown={shown}
      />
      <StateBesideHistory
        state={
          <>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              <h1 className="text-entity font-semibold wrap-anywhere">{title}</h1>
              <StatusBadge status={statusAt(reservation, now)} />
            </div>
            <WhoReads reservation={reservation} words={words} viewer={viewer} />
            <DoneNotice
              key={`${page.position} ${open ?? ''}`}
              text={justDone(page, words, now, told)}
            />
            <DoBar reservationId={reservationId} can={can} open={open} />
            {statusAt(reservation, now) === 'ended' && (
              <p className="mt-3 text-ink-2">
                It has ended and stays as it was.{' '}
                <PageLink href={`/rooms/${granted.roomId}`} className="link">
                  Book {roomNameOf(words, granted.roomId)} again
                </PageLink>
              </p>
            )}
            {open && viewer && (
              <DoForm
                doing={open}
                reservation={reservation}
                texts={page.texts}
                place={`${roomNameOf(words, granted.roomId)}, ${formatSlot(granted.slot, now)}`}
                organiser={fullNameOf(words, reservation.memberId)}
                viewer={viewer}
                now={now}
              />
            )}
            <div className="mt-5">
              <StateRows page={page} reservation={reservation} words={words} now={now} />
            </div>
            {page.strip && (
              <DayOfRoom
                page={page}
                strip={page.strip}
                words={words}
                slot={granted.slot}
                now={now}
                held={reservation.status === 'reserved'}
              />
            )}
          </>
        }
        history={
          <Timeline
            streamName={`reservation:${reservationId}`}
            told={tellHistory(
              reservationDefinition,
              reservationSentence,
              page.events,
              words,
              (after) => ('granted' in after ? after.granted : granted).slot.timeZone,
            )}
            words={words}
            now={now}
          />
        }
      />
    </>
  );
};

type WhoReadsProps = Pick<ReservationViewProps, 'reservation' | 'viewer'> & {
  readonly words: Words;
};

/** Why there is no title to be read, for whom there is none. */
const WhoReads = ({ reservation, words, viewer }: WhoReadsProps) => {
  const name = fullNameOf(words, reservation.memberId);
  if (words.texts[reservation.title.box] === null) {
    return <p className="mt-2 text-ink-2">What {name} wrote was erased, as was asked.</p>;
  }
  if (isTheirs(reservation, viewer)) return null;
  return (
    <p className="mt-2 text-ink-2">Only {name} and managers read its title and can change it.</p>
  );
};

const crumbs = (
  { granted: { roomId, slot } }: ReservationViewProps['reservation'],
  words: Words,
  title: string,
  now: Instant,
) => {
  const date = dateOf(slot.startsAt);
  return [
    { label: 'Rooms', href: '/rooms' },
    { label: roomNameOf(words, roomId), href: `/rooms/${roomId}` },
    { label: formatDate(date, now), href: `/rooms/${roomId}/${date}` },
    { label: title },
  ];
};
