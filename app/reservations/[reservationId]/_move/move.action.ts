'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { commandIdField, reservationIdField, roomIdField } from '@/app/_shared/form-schemas';
import { explain } from '@/app/_shared/refusal-text/explain';
import { asksFor, wishOf, wishShape } from '@/app/_shared/wish';
import { moveReservation as command } from '@/domain/commands/move-reservation';
import { execute } from '@/infrastructure/execute';

/** Moves a reservation to the room and time that were chosen. */
export const moveReservation = formAction({
  schema: z
    .object({
      commandId: commandIdField,
      reservationId: reservationIdField,
      roomId: roomIdField,
      ...wishShape,
    })
    .transform(({ commandId, reservationId, roomId, ...typed }) => ({
      commandId,
      reservationId,
      roomId,
      wish: wishOf(typed),
    })),
  ids: ['commandId'],
  run: (input, context) => execute(command, { type: 'MoveReservation', ...input }, context),
  explain: async (refusal, { roomId, wish }, { actor }) => ({
    ...(await explain(refusal, actor, { roomId, wish })),
    asks: asksFor(refusal, wish),
  }),
  done: ({ reservationId }) => ({ goTo: `/reservations/${reservationId}` }),
});
