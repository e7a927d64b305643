'use client';

import Link, { useLinkStatus } from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link to a page, with a line at the top of the window while the page is on its way. There is no
 * `loading.tsx` on purpose: without scripts its fallback would never give way to the page.
 */
export const PageLink = ({ children, ...link }: ComponentProps<typeof Link>) => (
  <Link prefetch={false} {...link}>
    {children}
    <Progress />
  </Link>
);

const Progress = () => {
  const { pending } = useLinkStatus();
  return pending && <span aria-hidden className="on-its-way" />;
};
