import type { ChangeReservationDetails } from '@/domain/commands/change-reservation-details';
import type { Actor } from '@/domain/shared/actor';
import type { ReservationId } from '@/domain/shared/ids';
import { currentDetails } from '@/infrastructure/queries/current-details';
import { sealFor } from '@/infrastructure/sealing';

/**
 * What of the typed details differs from the current ones, sealed for the person the reservation
 * belongs to. Sealing equal texts gives different values, so what is unchanged must be left out
 * here. An emptied note is removed.
 */
export const sealedChanges = async (
  reservationId: ReservationId,
  typed: { readonly title: string; readonly note: string },
  actor: Actor,
): Promise<Pick<ChangeReservationDetails, 'title' | 'note'>> => {
  const current = await currentDetails(reservationId, actor);
  if (!current) return {};
  const { memberId, title, note, hasNote } = current;
  const renamed = typed.title !== title;
  const noted = typed.note !== '' && typed.note !== note;
  return {
    ...(renamed && { title: await sealFor(memberId, typed.title) }),
    ...(noted && { note: await sealFor(memberId, typed.note) }),
    ...(typed.note === '' && hasNote && { note: null }),
  };
};
