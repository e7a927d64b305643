'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import {
  commandIdField,
  reservationIdsField,
  roomIdField,
  tickField,
} from '@/app/_shared/form-schemas';
import { retireRoom as retireRoomCommand } from '@/domain/commands/retire-room';
import { execute } from '@/infrastructure/execute';
import { explainRoom } from '../../explain-room';
import { withCancelled } from './with-cancelled';

/** Takes a room out of use; refused while reservations are in the way, unless these were listed and go too. */
export const retireRoom = formAction({
  schema: z.object({
    commandId: commandIdField,
    roomId: roomIdField,
    listed: reservationIdsField,
    cancelThem: tickField,
  }),
  ids: ['commandId'],
  run: ({ commandId, roomId, listed, cancelThem }, context) =>
    execute(
      retireRoomCommand,
      { type: 'RetireRoom', commandId, roomId, cancelThem: cancelThem && listed },
      context,
    ),
  explain: (refusal, { roomId }, { actor }) => explainRoom(refusal, roomId, actor),
  done: ({ cancelled }) => ({ say: withCancelled('The room is out of use', cancelled) }),
});
