'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { commandIdField, reservationIdField, shownField } from '@/app/_shared/form-schemas';
import { explain } from '@/app/_shared/refusal-text/explain';
import { noteField, titleField } from '@/app/reservations/_fields/text-fields';
import { changeReservationDetails } from '@/domain/commands/change-reservation-details';
import { execute } from '@/infrastructure/execute';
import { sealedChanges } from './sealed-changes';

/** Changes title and note; what is as it was shown is not sent on. */
export const changeDetails = formAction({
  schema: z.object({
    commandId: commandIdField,
    reservationId: reservationIdField,
    shown: shownField(z.object({ title: z.string(), note: z.string() })),
    title: titleField,
    note: noteField,
  }),
  ids: ['commandId'],
  run: async ({ commandId, reservationId, shown, title, note }, context) =>
    execute(
      changeReservationDetails,
      {
        type: 'ChangeReservationDetails',
        commandId,
        reservationId,
        ...(await sealedChanges(reservationId, shown, { title, note })),
      },
      context,
    ),
  explain: (refusal, { reservationId }, { actor }) => explain(refusal, actor, { reservationId }),
  done: ({ reservationId }) => ({ goTo: `/reservations/${reservationId}` }),
});
