import { plusDays } from '@/domain/shared/days';
import { overlaps } from '@/domain/shared/instants';
import type { LocalDate } from '@/domain/shared/time';
import type { Break } from './breaks';
import type { DayHeld } from './holds';
import type { HeldPiece } from './pieces';

/** A held piece, and the stream of the day it is held on. */
type Placed = HeldPiece & { readonly stream: string };

/**
 * Finds pieces of one room that share an instant, on one day or on two: its days are handed over in
 * order of their dates. Keeps no more than the pieces that a later day may still meet.
 */
export class Overlaps {
  #room = '';
  #near: readonly Placed[] = [];

  /** Each piece of the next day that overlaps one before it. */
  take(room: string, date: LocalDate, { stream, pieces }: DayHeld): readonly Break[] {
    if (room !== this.#room) this.#near = [];
    this.#room = room;
    // Wherever the room is, its day begins less than a day before that of UTC.
    const earliest = `${plusDays(date, -1)}T00:00:00.000Z`;
    const near = this.#near.filter(({ piece }) => piece.end > earliest);
    const breaks: Break[] = [];
    for (const held of pieces) {
      const other = near.find(({ piece }) => overlaps(piece, held.piece));
      if (other) breaks.push(overlap({ ...held, stream }, other));
      near.push({ ...held, stream });
    }
    this.#near = near;
    return breaks;
  }
}

const overlap = ({ stream, position, ...held }: Placed, other: Placed): Break => ({
  kind: 'overlap',
  stream,
  position,
  what:
    `reservation ${held.reservationId} holds ${held.piece.start} to ${held.piece.end}, ` +
    `and ${other.reservationId} ${other.piece.start} to ${other.piece.end} ` +
    `(event ${other.position} of ${other.stream})`,
});
