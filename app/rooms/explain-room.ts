import type { Explained } from '@/app/_shared/action';
import { formatPeriod } from '@/app/_shared/format-slot';
import type { InTheWay } from '@/app/_shared/form-state';
import { explain } from '@/app/_shared/refusal-text/explain';
import { wordsFor } from '@/app/_shared/sentences/words-for';
import { fullNameOf } from '@/app/_shared/sentences/sentence';
import type { Actor } from '@/domain/shared/actor';
import type { RoomId } from '@/domain/shared/ids';
import type { Refusal } from '@/domain/shared/refusal';
import type { Wish } from '@/domain/shared/time';
import { reservationsInTheWay } from '@/infrastructure/queries/in-the-way';
import { namedRooms } from '@/infrastructure/queries/named-rooms';

/** Puts a refusal about a room in words; of reservations in the way each one is listed. */
export const explainRoom = async (
  refusal: Refusal,
  roomId: RoomId,
  actor: Actor,
  wish?: Wish,
): Promise<Explained> => {
  const text = await explain(refusal, actor, { roomId, ...(wish && { wish }) });
  if (refusal.code !== 'RESERVATIONS_IN_THE_WAY') return text;
  return { ...text, links: [], inTheWay: await listed(refusal, roomId, actor) };
};

const listed = async (
  { reservations }: Extract<Refusal, { code: 'RESERVATIONS_IN_THE_WAY' }>,
  roomId: RoomId,
  actor: Actor,
): Promise<readonly InTheWay[]> => {
  const ids = reservations.map(({ reservationId }) => reservationId);
  const [rooms, found] = await Promise.all([
    namedRooms([roomId]),
    reservationsInTheWay(ids, actor),
  ]);
  const words = wordsFor(actor, rooms);
  const zone = rooms[roomId]?.timeZone;
  const byId = new Map(found.map((reservation) => [reservation.reservationId, reservation]));
  return reservations.flatMap(({ reservationId, held }) => {
    const reservation = byId.get(reservationId);
    if (!zone || !reservation) return [];
    const { memberId, title } = reservation;
    const who = fullNameOf(words, memberId);
    const times = formatPeriod(held, zone);
    return [{ reservationId, times, who, ...(title !== undefined && { title }) }];
  });
};
