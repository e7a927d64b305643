import { v7 as uuidv7 } from 'uuid';
import {
  changeBookingRules,
  type ChangeBookingRules,
} from '@/domain/commands/change-booking-rules';
import { roomStream, type BookingRules, type RoomEvent } from '@/domain/room/room';
import { CommandId, type RoomId } from '@/domain/shared/ids';
import type { RoomlogEventStore } from '@/infrastructure/event-store/create-event-store';
import { streamNameOf } from '@/infrastructure/event-store/stream-document';
import { benchRules, manager } from './booking-plan';

/** Rules that differ from one change to the next, or there would be nothing to change. */
export const rulesOf = (change: number): BookingRules => ({
  ...benchRules,
  leadTimeMinutes: change % 600,
});

/** So many changes of the rules of one room. */
export const changesOfRules = (count: number): readonly RoomEvent[] =>
  Array.from({ length: count }, (_, i) => ({
    type: 'BookingRulesChanged',
    data: { rules: rulesOf(i) },
  }));

/** Lengthens the stream of a room that exists to so many events. */
export const lengthen = async (store: RoomlogEventStore, roomId: RoomId, length: number) => {
  const events = changesOfRules(length - 1);
  await store.appendToStream(streamNameOf(roomStream(roomId)), [...events]);
};

/** The whole command on the one stream. Throws when it is refused. */
export const changeRules = async (
  store: RoomlogEventStore,
  roomId: RoomId,
  rules: BookingRules,
) => {
  const commandId = CommandId.of(uuidv7());
  const command: ChangeBookingRules = { type: 'ChangeBookingRules', commandId, roomId, rules };
  const outcome = await store.execute(changeBookingRules, command, { actor: manager });
  if (outcome.status === 'refused') throw new Error(`Refused: ${outcome.refusal.code}`);
};
