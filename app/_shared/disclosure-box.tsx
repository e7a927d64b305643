import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

type DisclosureBoxProps = {
  readonly summary: ReactNode;
  /** Whether it is open at first; from then on it is as whoever looks at it leaves it. */
  readonly open: boolean;
  readonly children: ReactNode;
};

/** Something behind a summary, which opens without scripts too. */
export const DisclosureBox = ({ summary, open, children }: DisclosureBoxProps) => (
  <details open={open} className="group rounded-panel border border-line">
    <summary className="flex min-h-11 items-center gap-2 rounded-panel px-3 font-medium hover:bg-hover">
      <ChevronRight
        aria-hidden
        size={16}
        strokeWidth={1.75}
        className="shrink-0 text-ink-3 transition-transform duration-120 group-open:rotate-90"
      />
      {summary}
    </summary>
    <div className="border-t border-line px-3 py-3">{children}</div>
  </details>
);
