'use server';

import { z } from 'zod';
import { formAction } from '@/app/_shared/action';
import { commandIdField, roomIdField } from '@/app/_shared/form-schemas';
import { addRoom as addRoomCommand } from '@/domain/commands/add-room';
import { execute } from '@/infrastructure/execute';
import { detailsShape, typedDetails } from '../_fields/details-schema';
import { openingHoursShape, typedHours } from '../_fields/opening-hours-schema';
import { rulesFit, rulesShape, typedRules } from '../_fields/rules-schema';
import { explainRoom } from '../explain-room';
import { isTimeZone } from './time-zones';

/** Adds a room and opens its page. */
export const addRoom = formAction({
  schema: z
    .object({
      commandId: commandIdField,
      roomId: roomIdField,
      timeZone: z.string().refine(isTimeZone, 'Choose a time zone'),
      ...detailsShape,
      ...openingHoursShape,
      ...rulesShape,
    })
    .superRefine(rulesFit),
  ids: ['commandId', 'roomId'],
  run: ({ commandId, roomId, timeZone, ...typed }, context) =>
    execute(
      addRoomCommand,
      {
        type: 'AddRoom',
        commandId,
        roomId,
        details: typedDetails(typed),
        timeZone,
        openingHours: typedHours(typed),
        rules: typedRules(typed),
      },
      context,
    ),
  explain: (refusal, { roomId }, { actor }) => explainRoom(refusal, roomId, actor),
  done: ({ roomId }) => ({ goTo: `/rooms/${roomId}` }),
});
