import type { Actor } from '@/domain/shared/actor';
import type { ReservationId } from '@/domain/shared/ids';
import { isRefusal, type Refusal, type RefusalCode } from '@/domain/shared/refusal';
import type { Instant, TimeZone } from '@/domain/shared/time';
import { slotOf } from '@/domain/shared/wall-clock';
import { alternativesTo } from '@/infrastructure/queries/alternatives';
import { namedRooms } from '@/infrastructure/queries/named-rooms';
import type { Explained } from '../action';
import { differenceOf, placeOf } from '../alternative-words';
import { asksFor } from '../asks-for';
import { choiceOf, type Choice } from '../choice';
import type { Verb } from '../choice-button';
import type { Instead } from '../form-state';
import type { TypedWish } from '../wish';
import { explain } from './explain';

/** What was sent: a room and a time, and what the fields hold; the reservation of a kept refusal. */
export type TypedFor = Choice & {
  readonly typed: TypedWish;
  readonly verb: Verb;
  readonly reservationId?: ReservationId;
};

/** Refused for the time or the room, so that another one may be granted. */
const elsewhere: ReadonlySet<RefusalCode> = new Set([
  'SLOT_TAKEN',
  'OUTSIDE_OPENING_HOURS',
  'ROOM_CLOSED',
  'ROOM_RETIRED',
  'TOO_SOON',
  'OFF_THE_GRID',
  'IN_THE_PAST',
]);

/** Puts the refusal of a typed time in words, asks what the time leaves open, and offers others. */
export const explainWish = async (
  refusal: Refusal,
  { id, role }: Actor,
  { roomId, wish, typed, verb, ...kept }: TypedFor,
): Promise<Explained> => {
  const actor = { id, role };
  const [text, rooms] = await Promise.all([
    explain(refusal, actor, { roomId, wish, ...kept }),
    namedRooms([roomId]),
  ]);
  const zone = rooms[roomId]?.timeZone;
  if (!zone) return text;
  const instead = elsewhere.has(refusal.code)
    ? await insteadOf(actor, { roomId, wish }, verb, zone)
    : undefined;
  return { ...text, asks: asksFor(typed, zone), ...(instead && { instead }) };
};

/** What begins now or has begun stays where it began: then there is nowhere to move it. */
const insteadOf = async (
  actor: Actor,
  { roomId, wish }: Choice,
  verb: Verb,
  zone: TimeZone,
): Promise<Instead | undefined> => {
  const now = new Date().toISOString() as Instant;
  const slot = slotOf(wish, zone);
  if (verb === 'Move' && (isRefusal(slot) || slot.start <= now)) return undefined;
  const alternatives = await alternativesTo(roomId, wish, { actor, now });
  return {
    verb,
    alternatives: alternatives.map((alternative) => ({
      choice: choiceOf(alternative),
      place: placeOf(alternative),
      difference: differenceOf(alternative),
    })),
  };
};
