'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { PageLink } from '@/app/_shared/page-link';

type LookAgainProps = {
  /** Milliseconds between looks while the page is seen. */
  readonly everyMs: number;
};

/** Keeps the page up to date where scripts run; elsewhere it is a link. */
export const LookAgain = ({ everyMs }: LookAgainProps) => {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs, router]);
  return (
    <PageLink href="/operations" className="button without-script">
      Look again
    </PageLink>
  );
};
