'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { choiceField } from '@/app/_shared/choice';
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
      choice: choiceField.optional(),
      ...wishShape,
    })
    .transform(({ commandId, reservationId, roomId, choice, ...typed }) => ({
      ids: { commandId, reservationId },
      asked: choice ?? { roomId, wish: wishOf(typed) },
      typed,
    })),
  ids: ['commandId'],
  run: ({ ids, asked }, context) =>
    execute(command, { type: 'MoveReservation', ...ids, ...asked }, context),
  explain: (refusal, { asked, typed }, { actor }) =>
    explainWish(refusal, actor, { ...asked, typed, verb: 'Move' }),
  done: ({ reservationId }) => ({ goTo: `/reservations/${reservationId}` }),
});
