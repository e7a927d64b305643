import { v7 } from 'uuid';
import { restoreReservation, type RestoreReservation } from '@/domain/commands/restore-reservation';
import type { DecisionContext } from '@/domain/shared/command';
import { CommandId, type ReservationId } from '@/domain/shared/ids';
import { isRefusal, type Refusal } from '@/domain/shared/refusal';
import { wouldDecide } from './would-decide';

/** Why a reservation could not be restored just now; undefined when it could. */
export const restoreRefusal = async (
  reservationId: ReservationId,
  context: DecisionContext,
): Promise<Refusal | undefined> => {
  const command: RestoreReservation = {
    type: 'RestoreReservation',
    commandId: CommandId.of(v7()),
    reservationId,
  };
  const { decide } = await wouldDecide(restoreReservation, [command], context);
  const decision = await decide(command);
  return isRefusal(decision) ? decision : undefined;
};
