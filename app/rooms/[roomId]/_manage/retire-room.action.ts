'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { commandIdField, roomIdField, tickField } from '@/app/_shared/form-schemas';
import { retireRoom as retireRoomCommand } from '@/domain/commands/retire-room';
import { execute } from '@/infrastructure/execute';
import { explainRoom } from '../../explain-room';
import { withCancelled } from './with-cancelled';

/** Takes a room out of use; refused while reservations are in the way, unless they go too. */
export const retireRoom = formAction({
  schema: z.object({ commandId: commandIdField, roomId: roomIdField, cancelThem: tickField }),
  ids: ['commandId'],
  run: (typed, context) => execute(retireRoomCommand, { type: 'RetireRoom', ...typed }, context),
  explain: (refusal, { roomId }, { actor }) => explainRoom(refusal, roomId, actor),
  done: ({ cancelled }) => ({ say: withCancelled('The room is out of use', cancelled) }),
});
