'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { commandIdField, positionField, roomIdField } from '@/app/_shared/form-schemas';
import { changeOpeningHours } from '@/domain/commands/change-opening-hours';
import { execute } from '@/infrastructure/execute';
import { openingHoursShape, typedHours } from '../../_fields/opening-hours-schema';
import { explainRoom } from '../../explain-room';

/** Changes the opening hours of a room; reservations there are stay. Refused when the room has changed since. */
export const changeHours = formAction({
  schema: z.object({
    commandId: commandIdField,
    roomId: roomIdField,
    position: positionField,
    ...openingHoursShape,
  }),
  ids: ['commandId'],
  run: ({ commandId, roomId, position: expectedPosition, ...typed }, context) =>
    execute(
      changeOpeningHours,
      {
        type: 'ChangeOpeningHours',
        commandId,
        roomId,
        expectedPosition,
        openingHours: typedHours(typed),
      },
      context,
    ),
  explain: (refusal, { roomId }, { actor }) => explainRoom(refusal, roomId, actor),
  done: () => ({ say: 'The opening hours are changed' }),
});
