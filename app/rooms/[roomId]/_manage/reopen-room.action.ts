'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { closureIdField, commandIdField, roomIdField } from '@/app/_shared/form-schemas';
import { reopenRoom as reopenRoomCommand } from '@/domain/commands/reopen-room';
import { execute } from '@/infrastructure/execute';
import { explainRoom } from '../../explain-room';

/** Takes one closing back. */
export const reopenRoom = formAction({
  schema: z.object({
    commandId: commandIdField,
    roomId: roomIdField,
    closureId: closureIdField,
  }),
  ids: ['commandId'],
  run: (typed, context) => execute(reopenRoomCommand, { type: 'ReopenRoom', ...typed }, context),
  explain: (refusal, { roomId }, { actor }) => explainRoom(refusal, roomId, actor),
  done: () => ({ say: 'The room is open again' }),
});
