'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { choiceField } from '@/app/_shared/choice';
import { commandIdField, reservationIdField, roomIdField } from '@/app/_shared/form-schemas';
import { explainWish } from '@/app/_shared/refusal-text/explain-wish';
import { wishOf, wishShape } from '@/app/_shared/wish';
import { noteField, titleField } from '@/app/reservations/_fields/text-fields';
import { bookRoom as command } from '@/domain/commands/book-room';
import { execute } from '@/infrastructure/execute';
import { sealFor } from '@/infrastructure/sealing';

/** Books a room for the one who asks and opens the reservation; a refusal stays on the page. */
export const bookRoom = formAction({
  schema: z
    .object({
      commandId: commandIdField,
      reservationId: reservationIdField,
      roomId: roomIdField,
      title: titleField,
      note: noteField,
      choice: choiceField.optional(),
      ...wishShape,
    })
    .transform(({ commandId, reservationId, roomId, title, note, choice, ...typed }) => ({
      ids: { commandId, reservationId },
      asked: choice ?? { roomId, wish: wishOf(typed) },
      typed,
      title,
      note,
    })),
  ids: ['commandId', 'reservationId'],
  run: async ({ ids, asked, title, note }, context) => {
    const sealed = { title: await sealFor(context.actor.id, title) };
    const withNote = note && { note: await sealFor(context.actor.id, note) };
    return execute(
      command,
      { type: 'BookRoom', ...ids, ...asked, ...sealed, ...withNote },
      context,
    );
  },
  explain: (refusal, { ids: { reservationId }, asked, typed }, { actor, kept }) =>
    explainWish(refusal, actor, {
      ...asked,
      typed,
      verb: 'Book',
      ...(kept && { reservationId }),
    }),
  done: ({ reservationId }) => ({ goTo: `/reservations/${reservationId}` }),
});
