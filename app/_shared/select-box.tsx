import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

/** Draws the arrow of a native select, which is the select's own in every other respect. */
export const SelectBox = ({ children }: { children: ReactNode }) => (
  <span className="relative block">
    {children}
    <ChevronDown
      aria-hidden
      size={16}
      strokeWidth={1.75}
      className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-3"
    />
  </span>
);
