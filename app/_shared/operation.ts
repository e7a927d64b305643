import { refresh } from 'next/cache';
import type { z } from 'zod';
import { mayOperate } from '@/domain/shared/permissions';
import { logger } from '@/infrastructure/observing/logger';
import { correlationId } from './correlation-id';
import { fieldErrors, memberUnknown, refused } from './form-answers';
import type { FormAction, FormState, RefusalNotice } from './form-state';
import { reported } from './reported';
import { refusalText } from './refusal-text';
import { wordsFor } from './sentences/words-for';
import { typedValues } from './typed-values';
import { whoActs } from './who-acts';

/** What came of an operation: what to say, or why it was not done. */
export type OperationAnswer =
  | { readonly say: string; readonly notice?: never }
  | { readonly notice: RefusalNotice; readonly say?: never };

type OperationSpec<Input> = {
  /** The operation as the log names it. */
  readonly name: string;
  /** Parses what was sent; its messages are shown beside the fields. */
  readonly schema: z.ZodType<Input>;
  /** Carries it out; what cannot be done is an answer, only bugs throw. */
  readonly run: (input: Input) => Promise<OperationAnswer>;
};

/**
 * The one way from a form to an operation on the app itself, beside `formAction` for commands: parses,
 * asks whether this person may, carries it out, logs it (no event tells of it), and answers. Sent
 * twice, it says the second time that nothing was left to do. Made in a `'use server'` file.
 *
 * @example
 * export const operateSubscription = operationAction({
 *   name: 'subscription', schema, run: async ({ name, wished }) => answer(await operate(name, wished)),
 * });
 */
export const operationAction =
  <Input extends object>({ name, schema, run }: OperationSpec<Input>): FormAction =>
  async (_previous: FormState, form: FormData): Promise<FormState> => {
    const typed = typedValues(form);
    const parsed = schema.safeParse(typed);
    if (!parsed.success) {
      return { status: 'invalid', fields: fieldErrors(parsed.error), typed, ids: {} };
    }
    const actor = await whoActs();
    if (!actor) return refused(memberUnknown, typed, {});
    const refusal = mayOperate(actor);
    if (refusal) {
      const { reason: _, ...text } = refusalText(refusal, { words: wordsFor(actor, {}) });
      return refused({ code: refusal.code, ...text }, typed, {});
    }
    const context = { correlationId: await correlationId(), operation: name, by: actor.id };
    try {
      const { say, notice } = await run(parsed.data);
      // A warning, so that it leaves a trace also where only those are shown.
      logger().warn({ ...context, input: parsed.data, done: say !== undefined }, 'An operation');
      refresh();
      if (notice) return refused(notice, typed, {});
      return { status: 'done', message: say, ids: {} };
    } catch (error) {
      throw reported(error, context.correlationId);
    }
  };
