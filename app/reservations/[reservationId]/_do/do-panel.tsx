'use client';

import { useEffect, useRef, type ReactNode } from 'react';

type DoPanelProps = {
  readonly title: string;
  /** Take the focus when it is opened; not for what stands there by itself. */
  readonly focus?: boolean;
  readonly children: ReactNode;
};

/** The form that was opened, under its title. */
export const DoPanel = ({ title, focus = true, children }: DoPanelProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  return (
    <section aria-labelledby="do" className="mt-4 rounded-panel border border-line bg-sunken p-4">
      <h2 id="do" ref={heading} tabIndex={-1} className="mb-3 text-say font-semibold outline-none">
        {title}
      </h2>
      {children}
    </section>
  );
};
