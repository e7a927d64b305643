'use client';

import { useEffect, useRef, type ReactNode } from 'react';

type LongDayProps = {
  /** Pixels from the top to what is to be seen first. */
  readonly first: number;
  readonly children: ReactNode;
};

/**
 * A drawing that is higher than a screen, beside a form that is not: scrolls by itself where the two
 * stand side by side, and begins with what matters first.
 */
export const LongDay = ({ first, children }: LongDayProps) => {
  const box = useRef<HTMLDivElement>(null);
  const begin = useRef(first);
  useEffect(() => {
    if (box.current) box.current.scrollTop = begin.current;
  }, []);
  return (
    <div
      ref={box}
      role="region"
      aria-label="The day, drawn"
      tabIndex={0}
      className="desk:max-h-[calc(100vh-13rem)] desk:min-h-80 desk:overflow-y-auto"
    >
      {children}
    </div>
  );
};
