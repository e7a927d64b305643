import type { Actor } from '@/domain/shared/actor';
import type { ReservationId, RoomId } from '@/domain/shared/ids';
import type { Refusal } from '@/domain/shared/refusal';
import type { Instant, Wish } from '@/domain/shared/time';
import { named, roomsById } from '@/infrastructure/queries/named-rooms';
import { reservationPlace } from '@/infrastructure/queries/reservation-place';
import { winnerView } from '@/infrastructure/queries/winner';
import { refusalText } from '../refusal-text';
import { wordsFor } from '../sentences/words-for';
import type { RefusalContext, RefusalText } from './wording';

/** What was asked for, as far as the form knows it. */
export type AskedFor = {
  readonly roomId?: RoomId;
  readonly wish?: Wish;
  /**
   * The reservation it is about: gives room and time where they are not given. For a booking that
   * was refused and kept, its page is linked, which explains it for good.
   */
  readonly reservationId?: ReservationId;
  /** Nothing was sent: it is only asked what would be answered, so nobody lost a race. */
  readonly onlyAsking?: boolean;
};

/**
 * Puts the refusal of a form in words for the one who sent it: looks up the names it needs, the
 * winner as far as the actor may know it, and when a kept booking was refused.
 *
 * @example explain: (refusal, { roomId, wish }, { actor }) => explain(refusal, actor, { roomId, wish })
 */
export const explain = async (
  refusal: Refusal,
  actor: Actor,
  asked: AskedFor,
): Promise<RefusalText> => {
  const place = asked.reservationId && (await reservationPlace(asked.reservationId));
  const roomId = asked.roomId ?? place?.roomId;
  const wished = asked.wish ?? place?.wish;
  const ids = [roomId, 'roomId' in refusal ? refusal.roomId : undefined];
  const [rooms, winner] = await Promise.all([
    roomsById(ids.filter((id): id is RoomId => id !== undefined)),
    refusal.code === 'SLOT_TAKEN' ? winnerView(refusal.winner.reservationId, actor) : undefined,
  ]);
  const room = rooms.find((known) => known.roomId === roomId);
  const context: RefusalContext = {
    words: wordsFor(actor, named(rooms)),
    ...(!asked.onlyAsking && {
      refusedAt: place?.rejectedAt ?? (new Date().toISOString() as Instant),
    }),
    ...(roomId && { roomId }),
    ...(wished && { wished }),
    ...(room && { room }),
    ...(winner && { winnerGranted: winner.granted }),
    ...(winner?.title !== undefined && { winnerTitle: winner.title }),
  };
  const text = refusalText(refusal, context);
  if (!place?.rejectedAt) return text;
  const page = {
    label: 'Why it was refused',
    href: `/reservations/${asked.reservationId}`,
  };
  return { ...text, links: [page, ...text.links] };
};
