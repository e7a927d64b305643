'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { commandIdField, reservationIdField } from '@/app/_shared/form-schemas';
import { explain } from '@/app/_shared/refusal-text/explain';
import { cancelReservation as command } from '@/domain/commands/cancel-reservation';
import { execute } from '@/infrastructure/execute';

/** Cancels a reservation; its room is free at once. */
export const cancelReservation = formAction({
  schema: z.object({ commandId: commandIdField, reservationId: reservationIdField }),
  ids: ['commandId'],
  run: (input, context) => execute(command, { type: 'CancelReservation', ...input }, context),
  explain: (refusal, { reservationId }, { actor }) => explain(refusal, actor, { reservationId }),
  done: ({ reservationId }) => ({ goTo: `/reservations/${reservationId}` }),
});
