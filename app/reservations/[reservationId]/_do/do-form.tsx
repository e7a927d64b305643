import type { Instant } from '@/domain/shared/time';
import type { Member } from '@/infrastructure/members';
import type { KnownReservation, ReservationPage } from '@/infrastructure/queries/reservation';
import { CancelForm } from '../_cancel/cancel-form';
import { DetailsForm } from '../_details/details-form';
import { MoveForm } from '../_move/move-form';
import { RestorePanel } from '../_restore/restore-panel';
import { DoPanel } from './do-panel';
import type { Doing } from './doings';

type DoFormProps = {
  readonly doing: Doing;
  readonly reservation: Exclude<KnownReservation, { status: 'rejected' }>;
  readonly texts: ReservationPage['texts'];
  /** Room and time in words. */
  readonly place: string;
  /** Whose it is, by name. */
  readonly organiser: string;
  readonly viewer: Member;
  readonly now: Instant;
};

/** The form of what is to be done. */
export const DoForm = (props: DoFormProps) => {
  const { doing, reservation, texts, place, organiser, viewer, now } = props;
  const { reservationId, granted, title, note } = reservation;
  switch (doing) {
    case 'move':
      return (
        <DoPanel key={doing} title="Move it">
          <MoveForm reservationId={reservationId} granted={granted} />
        </DoPanel>
      );
    case 'details':
      return (
        <DoPanel key={doing} title="Change the details">
          <DetailsForm
            reservationId={reservationId}
            title={texts[title.box] ?? undefined}
            note={(note && texts[note.box]) ?? undefined}
          />
        </DoPanel>
      );
    case 'cancel':
      return (
        <DoPanel key={doing} title="Cancel it?">
          <CancelForm
            reservationId={reservationId}
            place={place}
            organiser={reservation.memberId === viewer.id ? undefined : organiser}
          />
        </DoPanel>
      );
    case 'restore':
      return (
        <RestorePanel
          reservation={reservation}
          texts={texts}
          place={place}
          organiser={organiser}
          viewer={viewer}
          now={now}
        />
      );
    default: {
      const unknown: never = doing;
      return unknown;
    }
  }
};
