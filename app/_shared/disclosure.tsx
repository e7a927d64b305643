'use client';

import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import { useFormState } from './form-context';

type DisclosureProps = {
  readonly summary: ReactNode;
  readonly children: ReactNode;
};

/**
 * Fields of a form behind a summary, which opens without scripts too; it stays open while what was
 * typed there waits for another try.
 */
export const Disclosure = ({ summary, children }: DisclosureProps) => {
  const { status } = useFormState();
  const waits = status === 'invalid' || status === 'refused' || status === 'outdated';
  return (
    <details key={status} open={waits} className="group rounded-panel border border-line">
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
};
