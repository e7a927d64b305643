'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageLink } from '../page-link';

type RailLinkProps = {
  readonly href: string;
  readonly label: string;
  /** Other beginnings of addresses whose pages are reached by way of it. */
  readonly also?: readonly string[];
  readonly children: ReactNode;
};

/** One way to go in the rail; knows whether it leads to where we are. */
export const RailLink = ({ href, label, also = [], children }: RailLinkProps) => {
  const path = usePathname();
  const here = [href, ...also].some((way) => path === way || path.startsWith(`${way}/`));
  return (
    <PageLink
      href={href}
      aria-current={here ? 'page' : undefined}
      className={`flex min-h-12 flex-1 flex-col items-center justify-center gap-1 rounded-control text-meta font-medium hover:bg-hover desk:min-h-13 desk:flex-none ${
        here ? 'bg-hover text-ink' : 'text-ink-2'
      }`}
    >
      <span className={here ? 'text-accent-text' : ''}>{children}</span>
      {label}
    </PageLink>
  );
};
