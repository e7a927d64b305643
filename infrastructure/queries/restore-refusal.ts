import { v7 } from 'uuid';
import { restoreReservation, type RestoreReservation } from '@/domain/commands/restore-reservation';
import { reservationStream } from '@/domain/reservation/reservation';
import type { RoomDayRef } from '@/domain/room-day/room-day';
import type { DecisionContext } from '@/domain/shared/command';
import { CommandId, type ReservationId } from '@/domain/shared/ids';
import { isRefusal, type Refusal } from '@/domain/shared/refusal';
import { eventStore } from '../store';

/**
 * Why a reservation could not be restored just now; undefined when it could. Asks RestoreReservation
 * itself, on the states as they are; nothing is written or held.
 */
export const restoreRefusal = async (
  reservationId: ReservationId,
  context: DecisionContext,
): Promise<Refusal | undefined> => {
  const store = await eventStore();
  const command: RestoreReservation = {
    type: 'RestoreReservation',
    commandId: CommandId.of(v7()),
    reservationId,
  };
  const [reservation] = await store.readStates([reservationStream(reservationId)]);
  if (!reservation) return { code: 'RESERVATION_UNKNOWN', reservationId };
  const named = restoreReservation.reads(command, { reservation }, context);
  const [[room], days] = await Promise.all([
    store.readStates(named.room ? [named.room] : []),
    store.readStates(Array.isArray(named.days) ? (named.days as readonly RoomDayRef[]) : []),
  ]);
  const decision = restoreReservation.decide(command, { reservation, room, days }, context);
  return isRefusal(decision) ? decision : undefined;
};
