'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { choiceField } from '@/app/_shared/choice';
import { commandIdField, reservationIdField } from '@/app/_shared/form-schemas';
import { explain } from '@/app/_shared/refusal-text/explain';
import { noteField, titleField } from '@/app/reservations/_fields/text-fields';
import { bookRoom } from '@/domain/commands/book-room';
import { execute } from '@/infrastructure/execute';
import { sealFor } from '@/infrastructure/sealing';

/** Books what was chosen in place of what could not be had, as a new reservation. */
export const bookAlternative = formAction({
  schema: z.object({
    commandId: commandIdField,
    reservationId: reservationIdField,
    title: titleField,
    note: noteField,
    choice: choiceField,
  }),
  ids: ['commandId', 'reservationId'],
  run: async ({ commandId, reservationId, title, note, choice }, context) => {
    const ids = { commandId, reservationId };
    const sealed = { title: await sealFor(context.actor.id, title) };
    const withNote = note && { note: await sealFor(context.actor.id, note) };
    return execute(
      bookRoom,
      { type: 'BookRoom', ...ids, ...choice, ...sealed, ...withNote },
      context,
    );
  },
  explain: (refusal, { choice, reservationId }, { actor, kept }) =>
    explain(refusal, actor, { ...choice, ...(kept && { reservationId }) }),
  done: ({ reservationId }) => ({ goTo: `/reservations/${reservationId}` }),
});
