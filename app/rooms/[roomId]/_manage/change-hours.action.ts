'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { commandIdField, roomIdField } from '@/app/_shared/form-schemas';
import { changeOpeningHours } from '@/domain/commands/change-opening-hours';
import { execute } from '@/infrastructure/execute';
import { openingHoursShape, typedHours } from '../../_fields/opening-hours-schema';
import { explainRoom } from '../../explain-room';

/** Changes the opening hours of a room; reservations there are stay. */
export const changeHours = formAction({
  schema: z.object({ commandId: commandIdField, roomId: roomIdField, ...openingHoursShape }),
  ids: ['commandId'],
  run: ({ commandId, roomId, ...typed }, context) =>
    execute(
      changeOpeningHours,
      { type: 'ChangeOpeningHours', commandId, roomId, openingHours: typedHours(typed) },
      context,
    ),
  explain: (refusal, { roomId }, { actor }) => explainRoom(refusal, roomId, actor),
  done: () => ({ say: 'The opening hours are changed' }),
});
