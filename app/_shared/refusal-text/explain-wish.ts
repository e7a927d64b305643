import type { Actor } from '@/domain/shared/actor';
import type { ReservationId, RoomId } from '@/domain/shared/ids';
import type { Refusal } from '@/domain/shared/refusal';
import { namedRooms } from '@/infrastructure/queries/named-rooms';
import type { Explained } from '../action';
import { asksFor } from '../asks-for';
import { wishOf, type TypedWish } from '../wish';
import { explain } from './explain';

/** A time that was typed for a room; the reservation where its refusal was kept. */
export type TypedFor = {
  readonly roomId: RoomId;
  readonly typed: TypedWish;
  readonly reservationId?: ReservationId;
};

/** Puts the refusal of a typed time in words, and asks what the time leaves open. */
export const explainWish = async (
  refusal: Refusal,
  actor: Actor,
  { roomId, typed, ...kept }: TypedFor,
): Promise<Explained> => {
  const [text, rooms] = await Promise.all([
    explain(refusal, actor, { roomId, wish: wishOf(typed), ...kept }),
    namedRooms([roomId]),
  ]);
  const zone = rooms[roomId]?.timeZone;
  return { ...text, asks: zone ? asksFor(typed, zone) : [] };
};
