import { reservationStream } from '@/domain/reservation/reservation';
import type { ReservationId, RoomId } from '@/domain/shared/ids';
import type { Instant, LocalDateTime } from '@/domain/shared/time';
import { eventStore } from '../store';

/** Where a reservation is, was, or was wished. */
export type ReservationPlace = {
  readonly roomId: RoomId;
  readonly wish: { readonly startsAt: LocalDateTime; readonly endsAt: LocalDateTime };
  /** When its booking was refused, for one that was. */
  readonly rejectedAt?: Instant;
};

/** Room and time of a reservation; undefined when there is none of that id. */
export const reservationPlace = async (
  reservationId: ReservationId,
): Promise<ReservationPlace | undefined> => {
  const [loaded] = await (await eventStore()).readStates([reservationStream(reservationId)]);
  const state = loaded?.state;
  if (!state || state.status === 'unknown') return undefined;
  if (state.status === 'rejected') {
    return { roomId: state.roomId, wish: state.wished, rejectedAt: state.rejectedAt };
  }
  return { roomId: state.granted.roomId, wish: state.granted.slot };
};
