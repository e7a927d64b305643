'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { commandIdField, reservationIdField } from '@/app/_shared/form-schemas';
import { explain } from '@/app/_shared/refusal-text/explain';
import { restoreReservation as command } from '@/domain/commands/restore-reservation';
import { execute } from '@/infrastructure/execute';

/** Restores a cancelled reservation to where it was. */
export const restoreReservation = formAction({
  schema: z.object({ commandId: commandIdField, reservationId: reservationIdField }),
  ids: ['commandId'],
  run: (input, context) => execute(command, { type: 'RestoreReservation', ...input }, context),
  explain: (refusal, { reservationId }, { actor }) => explain(refusal, actor, { reservationId }),
  done: ({ reservationId }) => ({ goTo: `/reservations/${reservationId}` }),
});
