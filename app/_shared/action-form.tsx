'use client';

import { useActionState, useEffect, useRef, useState, type ReactNode } from 'react';
import { afterFailure, type Sent } from './after-failure';
import { Disclosure } from './disclosure';
import { FormContext } from './form-context';
import { FormNotice } from './form-notice';
import { fresh, waits, type FormAction, type FormIds, type FormState } from './form-state';
import { InsteadList } from './instead-list';
import { SendingBoundary } from './sending-boundary';
import { announce } from './shell/announce';
import { typedValues } from './typed-values';
import { useFormIds } from './use-form-ids';
import { useKeptTyped } from './use-kept-typed';
import { useRenewed } from './use-renewed';

type ActionFormProps = {
  readonly action: FormAction;
  /** Sent in hidden fields; made per request by `freshIds`. */
  readonly ids: FormIds;
  /** What the form does, as its name for screen readers. */
  readonly label: string;
  /** Folds the form under this line, as it was when a form of this label was first seen. */
  readonly summary?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
};

/**
 * A form that sends itself to a server action, with or without scripts: it shows what came of it,
 * gives the fields inside what was typed, and sends each wish under ids of its own.
 *
 * @example
 * <ActionForm action={cancelReservation} ids={await freshIds('commandId')} label="Cancel">
 *   <SubmitButton pending="Cancelling…">Cancel</SubmitButton>
 * </ActionForm>
 */
export const ActionForm = (props: ActionFormProps) => {
  const { label, summary } = props;
  const [first, setFirst] = useState({ label, summary });
  if (first.label !== label) setFirst({ label, summary });
  return <Attempt {...props} summary={first.summary} start={fresh} />;
};

/** The form until it is answered; without an answer, what was typed goes into the next attempt. */
const Attempt = ({ start, ...form }: ActionFormProps & { readonly start: FormState }) => {
  const [sent, setSent] = useState<Sent>();
  const next = (error: unknown, what: Sent) => (
    <Attempt {...form} start={afterFailure(error, what, Object.keys(form.ids))} />
  );
  return (
    <SendingBoundary afterFailure={sent && ((error) => next(error, sent))}>
      <SentForm {...form} start={start} onSend={setSent} />
    </SendingBoundary>
  );
};

type SentFormProps = ActionFormProps & {
  readonly start: FormState;
  readonly onSend: (sent: Sent) => void;
};

const SentForm = (props: SentFormProps) => {
  const { action, ids, label, summary, className, children, start, onSend } = props;
  const [state, send] = useActionState(action, start);
  const hidden = useFormIds(ids, state);
  const form = useRef<HTMLFormElement>(null);
  useKeptTyped(form, label, state);
  const shown = useRenewed(state, form);
  useEffect(() => {
    if (state.status === 'done') announce(state.message);
  }, [state]);
  const fields = (
    <>
      {children}
      <InsteadList />
    </>
  );
  return (
    <form
      ref={form}
      action={send}
      aria-label={label}
      className={className}
      onSubmit={(event) => {
        hidden.spend();
        onSend(sentBy(event.currentTarget, event.nativeEvent.submitter));
      }}
    >
      {Object.entries(hidden.ids).map(([name, id]) => (
        <input key={name} type="hidden" name={name} value={id} />
      ))}
      <FormContext value={shown}>
        {(summary === undefined || !waits(state)) && <FormNotice state={state} label={label} />}
        {summary === undefined ? (
          fields
        ) : (
          <Disclosure summary={summary} label={label}>
            {fields}
          </Disclosure>
        )}
      </FormContext>
    </form>
  );
};

const sentBy = (form: HTMLFormElement, button: HTMLElement | null): Sent => ({
  typed: typedValues(new FormData(form)),
  pressed:
    button instanceof HTMLButtonElement && button.name !== ''
      ? { name: button.name, value: button.value }
      : undefined,
});
