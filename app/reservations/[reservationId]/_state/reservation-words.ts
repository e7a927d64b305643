import { mayChangeReservation } from '@/domain/shared/permissions';
import type { Member } from '@/infrastructure/members';
import type { KnownReservation, ReservationPage } from '@/infrastructure/queries/reservation';

/**
 * The title as this viewer may know it: “Reserved” to whom it is private, “Untitled” where it can
 * no longer be read.
 */
export const titleOf = (
  { title, memberId }: Exclude<KnownReservation, { status: 'rejected' }>,
  texts: ReservationPage['texts'],
  viewer: Member | undefined,
): string => {
  const readable = viewer !== undefined && mayChangeReservation(viewer, memberId) === undefined;
  return texts[title.box] ?? (readable ? 'Untitled' : 'Reserved');
};
