'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import {
  closureIdField,
  commandIdField,
  lineField,
  reservationIdsField,
  roomIdField,
  tickField,
} from '@/app/_shared/form-schemas';
import { asksFor } from '@/app/_shared/asks-for';
import { wishOf, wishShape } from '@/app/_shared/wish';
import { closeRoom as closeRoomCommand } from '@/domain/commands/close-room';
import type { TimeZone } from '@/domain/shared/time';
import { execute } from '@/infrastructure/execute';
import { explainRoom } from '../../explain-room';
import { withCancelled } from './with-cancelled';

/** Closes a room for a period; refused while reservations are in the way, unless these were listed and go too. */
export const closeRoom = formAction({
  schema: z.object({
    commandId: commandIdField,
    closureId: closureIdField,
    roomId: roomIdField,
    ...wishShape,
    reason: lineField('a reason', 120),
    listed: reservationIdsField,
    cancelThem: tickField,
  }),
  ids: ['commandId', 'closureId'],
  run: ({ commandId, roomId, closureId, reason, listed, cancelThem, ...typed }, context) =>
    execute(
      closeRoomCommand,
      {
        type: 'CloseRoom',
        commandId,
        roomId,
        closureId,
        wish: wishOf(typed),
        reason,
        cancelThem: cancelThem && listed,
      },
      context,
    ),
  explain: async (refusal, { roomId, ...typed }, { actor }) => ({
    ...(await explainRoom(refusal, roomId, actor, wishOf(typed))),
    asks: refusal.code === 'TIME_HAPPENS_TWICE' ? asksFor(typed, refusal.timeZone as TimeZone) : [],
  }),
  done: ({ cancelled }) => ({ say: withCancelled('The room is closed then', cancelled) }),
});
