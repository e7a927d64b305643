'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { announceAside } from '../shell/announce';
import { linkLive } from './live-link';
import { concerns, type Shown } from './shown';

/** Changes that come at once are shown at once. */
const gatherMs = 60;

/**
 * Keeps a page up to date: what others do appears by itself, what is typed stays. Shows whether it
 * does; without scripts there is nothing to show.
 */
export const LivePage = ({ shown }: { shown: Shown }) => {
  const router = useRouter();
  const [connected, setConnected] = useState<boolean>();
  const newest = useRef(shown);
  useEffect(() => {
    newest.current = shown;
  }, [shown]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lookAgain = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        router.refresh();
        announceAside('This page was updated.');
      }, gatherMs);
    };
    const unlink = linkLive(newest.current.seen, {
      changes: (changes) => {
        if (changes.some((change) => concerns(newest.current, change))) lookAgain();
      },
      lookAgain,
      connected: setConnected,
    });
    return () => {
      clearTimeout(timer);
      unlink();
    };
  }, [router]);
  if (connected === undefined) return null;
  return (
    <p className="flex items-center gap-1.5 text-sub text-ink-3" data-live={connected}>
      <span
        aria-hidden
        className={`size-2 rounded-full ${connected ? 'bg-accent' : 'border border-ink-3'}`}
      />
      <span className="max-phone:sr-only">{connected ? 'Live' : 'Reconnecting…'}</span>
    </p>
  );
};
