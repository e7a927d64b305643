import { mayChangeReservation } from '@/domain/shared/permissions';
import type { Member } from '@/infrastructure/members';
import type { KnownReservation, ReservationPage } from '@/infrastructure/queries/reservation';

type WithTitle = Exclude<KnownReservation, { status: 'rejected' }>;

/** Whether it is this viewer's to read and change: their own, or anyone's for a manager. */
export const isTheirs = (
  { memberId }: Pick<WithTitle, 'memberId'>,
  viewer: Member | undefined,
): boolean => viewer !== undefined && mayChangeReservation(viewer, memberId) === undefined;

/**
 * The title as this viewer may know it: “Erased” where its person was forgotten, “Reserved” to whom
 * it is private, “Untitled” where it is damaged.
 */
export const titleOf = (
  reservation: WithTitle,
  texts: ReservationPage['texts'],
  viewer: Member | undefined,
): string => {
  const title = texts[reservation.title.box];
  if (title === null) return 'Erased';
  return title ?? (isTheirs(reservation, viewer) ? 'Untitled' : 'Reserved');
};
