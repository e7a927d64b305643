'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { commandIdField, roomIdField } from '@/app/_shared/form-schemas';
import { changeRoomDetails } from '@/domain/commands/change-room-details';
import { execute } from '@/infrastructure/execute';
import {
  changedDetails,
  detailsShape,
  shownDetails,
  typedDetails,
} from '../../_fields/details-schema';
import { explainRoom } from '../../explain-room';

/** Changes name, floor, seats and equipment of a room. */
export const changeDetails = formAction({
  schema: z.object({
    commandId: commandIdField,
    roomId: roomIdField,
    shown: shownDetails,
    ...detailsShape,
  }),
  ids: ['commandId'],
  run: ({ commandId, roomId, shown, ...typed }, context) => {
    const changed = changedDetails(shown, typedDetails(typed));
    return execute(
      changeRoomDetails,
      { type: 'ChangeRoomDetails', commandId, roomId, changed },
      context,
    );
  },
  explain: (refusal, { roomId }, { actor }) => explainRoom(refusal, roomId, actor),
  done: () => ({ say: 'The details are changed' }),
});
