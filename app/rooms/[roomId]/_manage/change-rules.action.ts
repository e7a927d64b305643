'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { commandIdField, positionField, roomIdField } from '@/app/_shared/form-schemas';
import { changeBookingRules } from '@/domain/commands/change-booking-rules';
import { execute } from '@/infrastructure/execute';
import { rulesFit, rulesShape, typedRules } from '../../_fields/rules-schema';
import { explainRoom } from '../../explain-room';

/** Changes the rules of booking a room; reservations there are stay. Refused when the room has changed since. */
export const changeRules = formAction({
  schema: z
    .object({
      commandId: commandIdField,
      roomId: roomIdField,
      position: positionField,
      ...rulesShape,
    })
    .superRefine(rulesFit),
  ids: ['commandId'],
  run: ({ commandId, roomId, position: expectedPosition, ...typed }, context) =>
    execute(
      changeBookingRules,
      { type: 'ChangeBookingRules', commandId, roomId, expectedPosition, rules: typedRules(typed) },
      context,
    ),
  explain: (refusal, { roomId }, { actor }) => explainRoom(refusal, roomId, actor),
  done: () => ({ say: 'The rules are changed' }),
});
