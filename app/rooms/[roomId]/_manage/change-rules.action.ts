'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { commandIdField, roomIdField } from '@/app/_shared/form-schemas';
import { changeBookingRules } from '@/domain/commands/change-booking-rules';
import { execute } from '@/infrastructure/execute';
import { rulesShape, typedRules } from '../../_fields/rules-schema';
import { explainRoom } from '../../explain-room';

/** Changes the rules of booking a room; reservations there are stay. */
export const changeRules = formAction({
  schema: z.object({ commandId: commandIdField, roomId: roomIdField, ...rulesShape }),
  ids: ['commandId'],
  run: ({ commandId, roomId, ...typed }, context) =>
    execute(
      changeBookingRules,
      { type: 'ChangeBookingRules', commandId, roomId, rules: typedRules(typed) },
      context,
    ),
  explain: (refusal, { roomId }, { actor }) => explainRoom(refusal, roomId, actor),
  done: () => ({ say: 'The rules are changed' }),
});
