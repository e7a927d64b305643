'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { FormState, RefusalNotice, Typed } from './form-state';
import { keepTyped } from './kept-typed';
import { Notice } from './notice';
import { SubmitButton } from './submit-button';
import { TimesKept } from './times-kept';

/** What came of sending the form, on top of it; takes the focus, so that nobody has to look for it. */
export const FormNotice = ({ state, label }: { state: FormState; label: string }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== 'fresh') box.current?.focus();
  }, [state]);
  switch (state.status) {
    case 'fresh':
      return null;
    case 'invalid':
      return <InvalidNotice box={box} messages={Object.values(state.fields)} />;
    case 'refused':
      return <RefusedNotice box={box} refusal={state.refusal} />;
    case 'done':
      return <Notice ref={box} tone="done" title={state.message} />;
    case 'unanswered':
      return <UnansweredNotice box={box} state={state} />;
    case 'outdated':
      return <OutdatedNotice box={box} label={label} typed={state.typed} />;
    default: {
      const unknown: never = state;
      return unknown;
    }
  }
};

type Box = React.RefObject<HTMLDivElement | null>;

const InvalidNotice = ({ box, messages }: { box: Box; messages: readonly string[] }) => (
  <Notice
    ref={box}
    tone="refused"
    title={messages.length === 1 ? 'One field needs another look' : 'Some fields need another look'}
  >
    <ul className="mt-1 text-ink-2">
      {[...new Set(messages)].map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  </Notice>
);

/** Of this nobody has to be warned: what was wanted is so already. */
const isSoAlready: RefusalNotice['code'] = 'NOTHING_CHANGED';

const RefusedNotice = ({ box, refusal }: { box: Box; refusal: RefusalNotice }) => {
  const here = usePathname();
  const tone = refusal.code === isSoAlready ? 'info' : 'refused';
  return (
    <Notice ref={box} tone={tone} title={<TimesKept text={refusal.headline} />}>
      <p className="mt-1 text-ink-2">
        <TimesKept text={refusal.explanation} />
      </p>
      <p className="mt-1">{refusal.next}</p>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        {refusal.links
          .filter(({ href }) => href !== here)
          .map(({ label, href }) => (
            <Link key={href} href={href} className="link py-1">
              {label}
            </Link>
          ))}
        <code className="rounded-chip bg-hover px-1.5 text-ink-2">{refusal.code}</code>
      </p>
    </Notice>
  );
};

type Unanswered = Extract<FormState, { status: 'unanswered' }>;

const UnansweredNotice = ({ box, state }: { box: Box; state: Unanswered }) => (
  <Notice
    ref={box}
    tone="refused"
    title={state.offline ? 'You are offline' : 'We cannot tell yet whether it was done'}
  >
    <p className="mt-1 text-ink-2">
      {state.offline
        ? 'What you typed is kept. Send it again when you are connected; should it have arrived already, it is done only once.'
        : 'No answer came: the connection broke, or the server failed. What you typed is kept. Send it again: it carries the same id and is done only once.'}
    </p>
    {state.digest && (
      <p className="mt-1 text-sub text-ink-3">
        To have it looked up, name this: <code>{state.digest}</code>
      </p>
    )}
    <div className="mt-3">
      <SubmitButton pending="Sending…" tone="plain" {...state.pressed}>
        Send again
      </SubmitButton>
    </div>
  </Notice>
);

type OutdatedNoticeProps = { readonly box: Box; readonly label: string; readonly typed: Typed };

const OutdatedNotice = ({ box, label, typed }: OutdatedNoticeProps) => (
  <Notice ref={box} tone="refused" title="This page is older than the server">
    <p className="mt-1 text-ink-2">
      Roomlog was updated after you opened the page, so nothing was sent. Load it again: what you
      typed is kept.
    </p>
    <button
      type="button"
      className="button mt-3"
      onClick={() => {
        keepTyped(location.pathname, label, typed);
        location.reload();
      }}
    >
      Load the page again
    </button>
  </Notice>
);
