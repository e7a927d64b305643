import { stillReserved } from '@/domain/reservation/changeable';
import { reservationStream, type ReservationRef } from '@/domain/reservation/reservation';
import { accept, append, defineCommand, type Command } from '@/domain/shared/command';
import type { ReservationId } from '@/domain/shared/ids';
import { isRefusal } from '@/domain/shared/refusal';
import type { Sealed } from '@/domain/shared/sealed';

export type ChangeReservationDetails = Command & {
  readonly type: 'ChangeReservationDetails';
  readonly reservationId: ReservationId;
  /** Left out when it stays; that is for the edge to see, which knows the texts. */
  readonly title?: Sealed;
  /** Left out when it stays; null removes it. */
  readonly note?: Sealed | null;
};

/**
 * Changes title, note or both of a reservation that has not ended.
 * Refuses what `stillReserved` refuses; NOTHING_CHANGED when what is named is as it was, so also when
 * decided twice.
 */
export const changeReservationDetails = defineCommand<
  ChangeReservationDetails,
  { readonly reservation: ReservationRef },
  { reservationId: ReservationId }
>({
  type: 'ChangeReservationDetails',
  alone: true,
  home: ({ reservationId }) => reservationStream(reservationId),

  reads: ({ reservationId }) => ({ reservation: reservationStream(reservationId) }),

  decide: ({ reservationId, title, note }, { reservation }, context) => {
    const before = stillReserved(reservation.state, reservationId, context);
    if (isRefusal(before)) return before;
    const data = {
      ...(title && !same(title, before.title) && { title }),
      ...(note !== undefined && !same(note, before.note) && { note }),
    };
    if (Object.keys(data).length === 0) return { code: 'NOTHING_CHANGED' };
    return accept({ reservationId }, [
      append(reservation, { type: 'ReservationDetailsChanged', data }),
    ]);
  },
});

/** The very same sealing, or no text on either side. */
const same = (a: Sealed | null, b: Sealed | undefined) =>
  a === null ? b === undefined : a.key === b?.key && a.box === b.box;
