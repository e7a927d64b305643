import type { ReactNode } from 'react';

/** What is so now, one row a field; stands beside the history that explains it. */
export const StatePanel = ({ label, children }: { label: string; children: ReactNode }) => (
  <dl aria-label={label} className="border-t border-line">
    {children}
  </dl>
);

type StateRowProps = {
  readonly label: string;
  /** The version that made it what it is; links to its event. */
  readonly version?: number;
  readonly children: ReactNode;
};

/** One field: its name, its value, and the version that set it. */
export const StateRow = ({ label, version, children }: StateRowProps) => (
  <div className="flex gap-3 border-b border-line py-2.5">
    <dt className="w-24 shrink-0 text-ink-3">{label}</dt>
    <dd className="min-w-0 flex-1 wrap-anywhere">{children}</dd>
    {version !== undefined && (
      <dd className="shrink-0">
        <a
          href={`#v${version}`}
          title={`Set by version ${version}`}
          className="-my-0.5 inline-flex min-h-6 min-w-8 items-center justify-center rounded-chip px-1.5 text-sub text-ink-3 hover:bg-accent hover:text-on-accent pointer-coarse:-my-3 pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          <span className="sr-only">{label} was set by version </span>
          <span aria-hidden>v</span>
          {version}
        </a>
      </dd>
    )}
  </div>
);

/** What is less important of a value, after it. */
export const Aside = ({ children }: { children: ReactNode }) => (
  <span className="text-sub text-ink-3">{children}</span>
);
