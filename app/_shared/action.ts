import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { Actor } from '@/domain/shared/actor';
import type { Answer } from '@/domain/shared/command';
import type { Refusal } from '@/domain/shared/refusal';
import type { Outcome } from '@/infrastructure/event-store/outcome';
import { unlessForgotten } from '@/infrastructure/sealing';
import { correlationId } from './correlation-id';
import { fieldErrors, memberUnknown, refused } from './form-answers';
import type { FormAction, FormIds, FormState, RefusalNotice } from './form-state';
import { mintIds } from './mint-ids';
import { noteOwnWrite } from './own-write';
import type { RefusalText } from './refusal-text/wording';
import { reported } from './reported';
import { tellOnce } from './tell-once';
import { typedValues } from './typed-values';
import { whoActs } from './who-acts';

/** Who sends it and under which correlation id everything it causes is kept. */
export type ActionContext = { readonly actor: Actor; readonly correlationId: string };

/** Around a refusal: who was refused, and whether it is kept in the reservation's own history. */
export type RefusedContext = { readonly actor: Actor; readonly kept: boolean };

/** A refusal in words, with what the form asks next. */
export type Explained = RefusalText & Pick<RefusalNotice, 'asks' | 'inTheWay' | 'instead'>;

type ActionSpec<Input, A extends Answer> = {
  /** Parses what was typed; its messages are shown beside the fields. */
  readonly schema: z.ZodType<Input>;
  /** The hidden fields that hold ids of this one sending, that of the command among them. */
  readonly ids: readonly ['commandId', ...string[]];
  /** Carries it out; refusals are answers, only bugs throw. */
  readonly run: (input: Input, context: ActionContext) => Promise<Outcome<A>>;
  /** Puts a refusal in words, and may have the form ask for what is missing. */
  readonly explain: (refusal: Refusal, input: Input, about: RefusedContext) => Promise<Explained>;
  /** Where to go when it was done, which that page then tells, or what to say if the member stays. */
  readonly done: (answer: A, input: Input) => { readonly goTo: string } | { readonly say: string };
};

/**
 * The one way from a form to a command: parses, asks who acts, carries it out and turns what came
 * of it into what the form shows next. Made in a `'use server'` file, one per form.
 *
 * @example
 * export const cancelReservation = formAction({
 *   schema: z.object({ commandId, reservationId }), ids: ['commandId'],
 *   run: (input, context) => execute(cancelReservationCommand, { type: 'CancelReservation', ...input }, context),
 *   explain, done: () => ({ say: 'Cancelled' }),
 * });
 */
export const formAction =
  <Input, A extends Answer>(spec: ActionSpec<Input, A>): FormAction =>
  async (_previous: FormState, form: FormData): Promise<FormState> => {
    const typed = typedValues(form);
    const sent: FormIds = Object.fromEntries(spec.ids.map((name) => [name, typed[name] ?? '']));
    const parsed = spec.schema.safeParse(typed);
    if (!parsed.success) {
      return { status: 'invalid', fields: fieldErrors(parsed.error), typed, ids: sent };
    }
    const actor = await whoActs();
    if (!actor) return refused(memberUnknown, typed, mintIds(spec.ids));
    const { refusal, done } = await attempt(spec, parsed.data, actor);
    if (refusal) {
      refresh();
      const ids = undecided.has(refusal.code) ? sent : mintIds(spec.ids);
      return refused(refusal, typed, ids);
    }
    if ('goTo' in done) {
      await tellOnce(sent.commandId ?? '');
      redirect(done.goTo);
    }
    refresh();
    return { status: 'done', message: done.say, ids: mintIds(spec.ids) };
  };

/** Nothing was decided, or nobody knows: the next try must be the same sending, not another one. */
const undecided: ReadonlySet<RefusalNotice['code']> = new Set([
  'BUSY',
  'UNAVAILABLE',
  'OUTCOME_UNKNOWN',
]);

type Attempt =
  | { readonly refusal: RefusalNotice; readonly done?: never }
  | { readonly refusal?: never; readonly done: { goTo: string } | { say: string } };

const attempt = async <Input, A extends Answer>(
  spec: ActionSpec<Input, A>,
  input: Input,
  { id, role }: Actor,
): Promise<Attempt> => {
  const context = { actor: { id, role }, correlationId: await correlationId() };
  const { actor } = context;
  try {
    const outcome = await unlessForgotten(() => spec.run(input, context));
    if (outcome.status === 'accepted') {
      await noteOwnWrite(outcome.positions);
      return { done: spec.done(outcome.answer, input) };
    }
    const { refusal, kept } = outcome;
    const { reason: _, ...text } = await spec.explain(refusal, input, { actor, kept });
    return { refusal: { code: refusal.code, ...text } };
  } catch (error) {
    throw reported(error, context.correlationId);
  }
};
