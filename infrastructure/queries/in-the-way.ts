import { reservationStream } from '@/domain/reservation/reservation';
import type { Actor } from '@/domain/shared/actor';
import type { MemberId, ReservationId } from '@/domain/shared/ids';
import { eventStore } from '../store';
import { openedTexts } from './opened-texts';

/** Whose a reservation in the way is, and what it is for. */
export type ReservationInTheWay = {
  readonly reservationId: ReservationId;
  readonly memberId: MemberId;
  /** Given to those who may read it, while its key is there. */
  readonly title?: string;
};

/** What this viewer may know of these reservations, in the order of the ids; in one find. */
export const reservationsInTheWay = async (
  ids: readonly ReservationId[],
  viewer: Actor,
): Promise<readonly ReservationInTheWay[]> => {
  const states = await (await eventStore()).readStates(ids.map(reservationStream));
  const found = states.flatMap(({ state }) =>
    state.status === 'reserved' || state.status === 'cancelled' ? [state] : [],
  );
  const texts = await openedTexts(
    viewer,
    found.map(({ title }) => title),
  );
  return found.map(({ reservationId, memberId, title }) => {
    const opened = texts[title.box];
    return { reservationId, memberId, ...(typeof opened === 'string' && { title: opened }) };
  });
};
