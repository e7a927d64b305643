'use server';

import { z } from 'zod';
import { operationAction } from '@/app/_shared/operation';
import {
  operateParked,
  operateSubscription as operate,
  subscriptionOperations,
  type ParkedOperation,
  type SubscriptionOperation,
} from '@/infrastructure/operations/operate';
import { nameField } from '../_words/operation-schemas';
import { operationAnswer } from '../_words/operation-answer';
import { parkedWishField } from './parked-wish';

const done: Readonly<Record<SubscriptionOperation | ParkedOperation, string>> = {
  pause: 'It was paused',
  resume: 'It was resumed',
  retry: 'The event will be tried again',
  skip: 'The event was skipped and put aside',
  'begin again': 'It was set back to the first event',
  forget: 'It was forgotten',
  replay: 'The event was handled',
  drop: 'The event was dropped',
};

/** Pauses, resumes, mends or ends a subscription, or deals with an event it has put aside. */
export const operateSubscription = operationAction({
  name: 'subscription',
  schema: z.object({
    name: nameField,
    wished: z.union([z.enum(subscriptionOperations), parkedWishField]),
  }),
  run: async ({ name, wished }) => {
    if (typeof wished === 'string')
      return operationAnswer(await operate(name, wished), done[wished]);
    const { operation, position } = wished;
    return operationAnswer(await operateParked(name, position, operation), done[operation]);
  },
});
