'use client';

import { useState, type ReactNode } from 'react';
import type { Recorded } from '@/domain/shared/stream';
import { asStored } from '@/domain/shared/upcast';
import { CopyButton } from './copy-button';
import { JsonText } from './json-text';
import { PageLink } from './page-link';

type RawEventProps = {
  readonly event: Recorded;
  /** What is to be clicked on. */
  readonly children: ReactNode;
};

/**
 * Opens to an event as it is stored: its data as JSON, its metadata as names and values. The colours
 * come when it is opened; those of all events were half of what a page sent.
 */
export const RawEvent = ({ event, children }: RawEventProps) => {
  const [opened, setOpened] = useState(false);
  const stored = asStored(event);
  const { metadata, ...told } = stored;
  return (
    <details
      className="group mt-0.5"
      onToggle={() => {
        setOpened(true);
      }}
    >
      {children}
      <div className="mt-2 overflow-hidden rounded-panel border border-line bg-sunken">
        <div
          tabIndex={0}
          role="region"
          aria-label="Raw event"
          className="grid max-h-96 overflow-y-auto wide:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
        >
          <pre className="px-3 py-2 wrap-anywhere whitespace-pre-wrap">
            <JsonText value={told} coloured={opened} />
          </pre>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-4 border-t border-line px-3 py-2 wide:border-t-0 wide:border-l">
            {flat(metadata).map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-sub leading-4.5 text-ink-3">{name}</dt>
                <dd>
                  <code className="wrap-anywhere">{value}</code>
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line bg-surface px-3 py-1.5">
          <PageLink href={`/log/${metadata.correlationId}`} className="link">
            What was recorded together
          </PageLink>
          <span className="with-script">
            <CopyButton text={JSON.stringify(stored, null, 2)}>Copy JSON</CopyButton>
          </span>
        </div>
      </div>
    </details>
  );
};

/** Names and values, what is nested under joined names: `commit.id`. */
const flat = (value: object, under = ''): (readonly [string, string])[] =>
  Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? flat(inner, `${under}${name}.`)
      : [[`${under}${name}`, String(inner)] as const],
  );
