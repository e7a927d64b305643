import type { KnownReservation, ReservationPage } from '@/infrastructure/queries/reservation';
import { CancelForm } from '../_cancel/cancel-form';
import { DetailsForm } from '../_details/details-form';
import { MoveForm } from '../_move/move-form';
import { RestoreForm } from '../_restore/restore-form';
import { DoPanel } from './do-panel';
import type { Doing } from './doings';

type DoFormProps = {
  readonly doing: Doing;
  readonly reservation: Exclude<KnownReservation, { status: 'rejected' }>;
  readonly texts: ReservationPage['texts'];
  /** Room and time in words. */
  readonly place: string;
};

/** The form of what is to be done. */
export const DoForm = ({ doing, reservation, texts, place }: DoFormProps) => {
  const { reservationId, title, note } = reservation;
  switch (doing) {
    case 'move':
      return reservation.status === 'reserved' ? (
        <DoPanel key={doing} title="Move it">
          <MoveForm reservation={reservation} />
        </DoPanel>
      ) : null;
    case 'details':
      return (
        <DoPanel key={doing} title="Change the details">
          <DetailsForm
            reservationId={reservationId}
            title={texts[title.box]}
            note={note && texts[note.box]}
          />
        </DoPanel>
      );
    case 'cancel':
      return (
        <DoPanel key={doing} title="Cancel it?">
          <CancelForm reservationId={reservationId} place={place} />
        </DoPanel>
      );
    case 'restore':
      return reservation.status === 'cancelled' ? (
        <DoPanel key={doing} title="Want it back?" focus={false}>
          <RestoreForm reservation={reservation} place={place} />
        </DoPanel>
      ) : null;
    default: {
      const unknown: never = doing;
      return unknown;
    }
  }
};
