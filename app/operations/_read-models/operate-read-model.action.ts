'use server';

import { z } from 'zod';
import { operationAction } from '@/app/_shared/operation';
import {
  operateReadModel as operate,
  readModelOperations,
  type ReadModelOperation,
} from '@/infrastructure/operations/operate';
import { nameField } from '../_words/operation-schemas';
import { operationAnswer } from '../_words/operation-answer';

const done: Readonly<Record<ReadModelOperation, string>> = {
  preview: 'A preview was asked for',
  rebuild: 'A rebuild was asked for',
  cancel: 'It was given up; the rows in use stay',
};

/** Has the rows of a read model built anew, only previewed, or left as they are. */
export const operateReadModel = operationAction({
  name: 'read model',
  schema: z.object({ name: nameField, wished: z.enum(readModelOperations) }),
  run: async ({ name, wished }) => operationAnswer(await operate(name, wished), done[wished]),
});
