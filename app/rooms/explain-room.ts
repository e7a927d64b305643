import { formatPeriod } from '@/app/_shared/format-slot';
import { explain } from '@/app/_shared/refusal-text/explain';
import type { RefusalText } from '@/app/_shared/refusal-text/wording';
import type { Actor } from '@/domain/shared/actor';
import type { RoomId } from '@/domain/shared/ids';
import type { Refusal } from '@/domain/shared/refusal';
import type { Wish } from '@/domain/shared/time';
import { namedRooms } from '@/infrastructure/queries/named-rooms';

/** A list longer than this is not read; the headline says how many there are. */
const mostListed = 40;

/** Puts a refusal about a room in words; of reservations in the way each one is listed. */
export const explainRoom = async (
  refusal: Refusal,
  roomId: RoomId,
  actor: Actor,
  wish?: Wish,
): Promise<RefusalText> => {
  const text = await explain(refusal, actor, { roomId, ...(wish && { wish }) });
  if (refusal.code !== 'RESERVATIONS_IN_THE_WAY') return text;
  const zone = (await namedRooms([roomId]))[roomId]?.timeZone;
  if (!zone) return text;
  return {
    ...text,
    explanation: 'Nothing was changed: each of these holds the room in that time.',
    next: 'Move them first, or tick “Cancel them” and send it again.',
    links: refusal.reservations.slice(0, mostListed).map(({ reservationId, held }) => ({
      label: formatPeriod(held, zone),
      href: `/reservations/${reservationId}`,
    })),
  };
};
