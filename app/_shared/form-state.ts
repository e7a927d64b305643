import type { RefusalCode } from '@/domain/shared/refusal';
import type { Verb } from './choice-button';
import type { RefusalText } from './refusal-text/wording';

/** What was typed, by field name; it goes back into the form when it was refused. */
export type Typed = Readonly<Record<string, string>>;

/** The ids a form sends along, by field name; each stands for one sending. */
export type FormIds = Readonly<Record<string, string>>;

/** A refusal in words, ready to show, with its code. */
export type RefusalNotice = Omit<RefusalText, 'reason'> & {
  readonly code: RefusalCode | 'MEMBER_UNKNOWN' | 'NOT_AS_SHOWN' | 'STILL_FAILS';
  /** What the form has to ask before it can be sent again. */
  readonly asks?: readonly Ask[];
  /** The reservations that stand in the way of what was asked, for the form to list. */
  readonly inTheWay?: readonly InTheWay[];
  readonly instead?: Instead;
};

/** What would be granted instead, each sent by a button of the form it was refused in. */
export type Instead = {
  readonly verb: Verb;
  readonly alternatives: readonly {
    /** What the button sends, as `choiceField` reads it. */
    readonly choice: string;
    readonly place: string;
    readonly difference: string;
  }[];
};

/** A reservation in the way, in words. */
export type InTheWay = {
  readonly reservationId: string;
  readonly times: string;
  readonly who: string;
  /** Left out for who may not read it. */
  readonly title?: string;
};

/** A choice that only a refusal makes necessary, as a field of the form. */
export type Ask = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** The button by which a form was sent, where it says which one it was. */
export type Pressed = { readonly name: string; readonly value: string };

/** Where a form stands, from the first look at it to the answer. */
export type FormState =
  /** Nothing was sent yet. */
  | { readonly status: 'fresh' }
  /** A field does not hold what it should; nothing was sent on. */
  | {
      readonly status: 'invalid';
      readonly fields: Readonly<Record<string, string>>;
      readonly typed: Typed;
      readonly ids: FormIds;
    }
  /** It was understood and not done. */
  | {
      readonly status: 'refused';
      readonly refusal: RefusalNotice;
      readonly typed: Typed;
      readonly ids: FormIds;
    }
  /** It was done, and the member stays on the page. */
  | { readonly status: 'done'; readonly message: string; readonly ids: FormIds }
  /** It was sent and no answer came: it may or may not have been done. */
  | {
      readonly status: 'unanswered';
      readonly typed: Typed;
      readonly ids: FormIds;
      /** The browser had no connection. */
      readonly offline: boolean;
      readonly pressed?: Pressed;
      /** Names the failure in the server’s log. */
      readonly digest?: string;
    }
  /** The page is older than the server, which no longer knows its forms. */
  | { readonly status: 'outdated'; readonly typed: Typed };

export const fresh: FormState = { status: 'fresh' };

/** What was typed waits in the form for another try. */
export const waits = ({ status }: FormState): boolean => status !== 'fresh' && status !== 'done';

/** A server action behind a form. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** What a field shows: what was typed last, else what the page suggests. */
export const typedIn = (state: FormState, name: string): string | undefined => {
  if (state.status === 'fresh' || state.status === 'done') return undefined;
  return state.typed[name] ?? '';
};

/** What is wrong with a field, if anything. */
export const errorIn = (state: FormState, name: string): string | undefined =>
  state.status === 'invalid' ? state.fields[name] : undefined;
