'use client';

import { z } from 'zod';

const withDigest = z.object({ digest: z.string() });

/** Says that something went wrong, what became of it, and how to name it to who runs the server. */
export const ErrorPage = ({ error, retry }: { error: unknown; retry: () => void }) => {
  const digest = withDigest.safeParse(error).data?.digest;
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-xl px-4 py-16 outline-none">
      <h1 className="text-entity font-semibold">Something went wrong here</h1>
      <p role="alert" className="mt-3 text-say text-ink-2">
        The fault is on our side. What you sent may or may not have been done: try again and look
        before you send it a second time.
      </p>
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <button type="button" className="button button-primary" onClick={retry}>
          Try again
        </button>
        {/* A full load: what is broken may be the router itself. */}
        {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
        <a href="/rooms" className="button">
          All rooms
        </a>
      </div>
      {digest && (
        <p className="mt-6 text-sub text-ink-3">
          To have it looked up, name this: <code>{digest}</code>
        </p>
      )}
    </main>
  );
};
