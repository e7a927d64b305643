import type { ReactNode } from 'react';

type StateBesideHistoryProps = {
  /** What is so now, and what can be done about it. */
  readonly state: ReactNode;
  /** Why it is so. */
  readonly history: ReactNode;
};

/** The two halves of every page about one thing; one under the other where there is little room. */
export const StateBesideHistory = ({ state, history }: StateBesideHistoryProps) => (
  <main
    id="main"
    tabIndex={-1}
    className="outline-none desk:grid desk:min-h-[calc(100dvh-var(--header))] desk:grid-cols-[minmax(0,420px)_minmax(0,1fr)] wide:grid-cols-[488px_minmax(0,1fr)]"
  >
    <div className="min-w-0 px-4 py-6 desk:border-r desk:border-line desk:px-5">{state}</div>
    <div className="min-w-0 border-t border-line px-4 py-6 desk:border-t-0 desk:px-7">
      {history}
    </div>
  </main>
);
