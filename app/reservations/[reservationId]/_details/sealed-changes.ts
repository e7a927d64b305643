import type { ChangeReservationDetails } from '@/domain/commands/change-reservation-details';
import type { ReservationId } from '@/domain/shared/ids';
import { ownerOf } from '@/infrastructure/queries/owner';
import { sealFor } from '@/infrastructure/sealing';

/** Title and note as fields hold them; a note that is not there is empty. */
export type Texts = { readonly title: string; readonly note: string };

/**
 * What of the typed texts differs from those the form was opened with, sealed for the person the
 * reservation belongs to. What is unchanged is left out; an emptied note is removed.
 *
 * Not compared with the texts as they are now: when a form is sent twice, the second one would ask
 * for something else than the first.
 */
export const sealedChanges = async (
  reservationId: ReservationId,
  shown: Texts,
  typed: Texts,
): Promise<Pick<ChangeReservationDetails, 'title' | 'note'>> => {
  const memberId = await ownerOf(reservationId);
  if (!memberId) return {};
  const note = async () => (typed.note === '' ? null : sealFor(memberId, typed.note));
  return {
    ...(typed.title !== shown.title && { title: await sealFor(memberId, typed.title) }),
    ...(typed.note !== shown.note && { note: await note() }),
  };
};
