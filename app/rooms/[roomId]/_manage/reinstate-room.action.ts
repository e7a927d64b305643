'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { commandIdField, roomIdField } from '@/app/_shared/form-schemas';
import { reinstateRoom as reinstateRoomCommand } from '@/domain/commands/reinstate-room';
import { execute } from '@/infrastructure/execute';
import { explainRoom } from '../../explain-room';

/** Brings a retired room back into use; what was cancelled with it stays so. */
export const reinstateRoom = formAction({
  schema: z.object({ commandId: commandIdField, roomId: roomIdField }),
  ids: ['commandId'],
  run: (typed, context) =>
    execute(reinstateRoomCommand, { type: 'ReinstateRoom', ...typed }, context),
  explain: (refusal, { roomId }, { actor }) => explainRoom(refusal, roomId, actor),
  done: () => ({ say: 'The room is back in use' }),
});
