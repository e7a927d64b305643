import type { ReactNode } from 'react';

type EmptyStateProps = {
  readonly title: string;
  /** What to do about it. */
  readonly children?: ReactNode;
};

/** Stands where there is nothing yet, and says what to do. */
export const EmptyState = ({ title, children }: EmptyStateProps) => (
  <div className="rounded-panel border border-dashed border-line-2 px-6 py-10 text-center">
    <p className="text-title font-semibold">{title}</p>
    {children && <div className="mt-2 text-ink-2">{children}</div>}
  </div>
);
