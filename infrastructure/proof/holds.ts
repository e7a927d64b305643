import type { ReservationId } from '@/domain/shared/ids';
import type { Break } from './breaks';
import { piecesDue, samePeriod, type HeldPiece, type Reserved } from './pieces';

/** A day of a room, and what is held on it. */
export type DayHeld = { readonly stream: string; readonly pieces: readonly HeldPiece[] };

/** What should not be held on a day, given the reservation behind each piece. */
export const wronglyHeld = (
  { stream, pieces }: DayHeld,
  reservedBy: (reservationId: ReservationId) => Reserved | undefined,
): readonly Break[] =>
  pieces.flatMap((held, i): readonly Break[] => {
    const { reservationId, memberId, piece, position } = held;
    const broken = (what: string): readonly Break[] => [{ kind: 'hold', stream, position, what }];
    const its = `reservation ${reservationId} holds ${piece.start} to ${piece.end}`;
    const reserved = reservedBy(reservationId);
    if (!reserved) return broken(`${its}, but it is not reserved`);
    if (reserved.memberId !== memberId) return broken(`${its}, but for ${reserved.memberId}`);
    const due = piecesDue(reserved).find(({ day }) => day === stream)?.piece;
    if (!due) return broken(`${its}, but it is reserved elsewhere`);
    if (!samePeriod(due, piece)) {
      return broken(`${its}, but should hold ${due.start} to ${due.end} on this day`);
    }
    const twice = pieces.slice(0, i).some((other) => other.reservationId === reservationId);
    return twice ? broken(`${its} twice`) : [];
  });

/** What a reservation should hold and does not, given what is held on each day. */
export const notHeld = (
  stream: string,
  reserved: Reserved,
  heldOn: (day: string) => readonly HeldPiece[],
): readonly Break[] =>
  piecesDue(reserved)
    .filter(({ day, piece }) => {
      const { reservationId } = reserved;
      const mine = heldOn(day).filter((held) => held.reservationId === reservationId);
      return !mine.some((held) => samePeriod(held.piece, piece));
    })
    .map(({ day, piece }) => {
      const what = `it should hold ${piece.start} to ${piece.end} on ${day}, and does not`;
      return { kind: 'hold', stream, what };
    });
