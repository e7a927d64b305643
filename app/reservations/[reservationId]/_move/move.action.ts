'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { commandIdField, reservationIdField, roomIdField } from '@/app/_shared/form-schemas';
import { explainWish } from '@/app/_shared/refusal-text/explain-wish';
import { wishOf, wishShape } from '@/app/_shared/wish';
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
      ids: { commandId, reservationId, roomId },
      typed,
    })),
  ids: ['commandId'],
  run: ({ ids, typed }, context) =>
    execute(command, { type: 'MoveReservation', ...ids, wish: wishOf(typed) }, context),
  explain: (refusal, { ids: { roomId }, typed }, { actor }) =>
    explainWish(refusal, actor, { roomId, typed }),
  done: ({ reservationId }) => ({ goTo: `/reservations/${reservationId}` }),
});
