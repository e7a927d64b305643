'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
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
      ...wishShape,
    })
    .transform(({ commandId, reservationId, roomId, title, note, ...typed }) => ({
      ids: { commandId, reservationId, roomId },
      typed,
      title,
      note,
    })),
  ids: ['commandId', 'reservationId'],
  run: async ({ ids, typed, title, note }, context) => {
    const sealed = { title: await sealFor(context.actor.id, title) };
    const withNote = note && { note: await sealFor(context.actor.id, note) };
    const wish = wishOf(typed);
    return execute(command, { type: 'BookRoom', ...ids, wish, ...sealed, ...withNote }, context);
  },
  explain: (refusal, { ids: { roomId, reservationId }, typed }, { actor, kept }) =>
    explainWish(refusal, actor, { roomId, typed, ...(kept && { reservationId }) }),
  done: ({ reservationId }) => ({ goTo: `/reservations/${reservationId}` }),
});
