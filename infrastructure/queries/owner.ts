import { reservationStream } from '@/domain/reservation/reservation';
import type { MemberId, ReservationId } from '@/domain/shared/ids';
import { eventStore } from '../store';

/** Whom a reservation belongs to, granted or refused; undefined when there is none of that id. */
export const ownerOf = async (reservationId: ReservationId): Promise<MemberId | undefined> => {
  const [loaded] = await (await eventStore()).readStates([reservationStream(reservationId)]);
  return loaded && loaded.state.status !== 'unknown' ? loaded.state.memberId : undefined;
};
