import { Lock } from 'lucide-react';
import { connection } from 'next/server';
import { LinkButton } from '@/app/_shared/link-button';
import { PageHeader } from '@/app/_shared/page-header';

/** Shown to those who do not look after the app. */
export default async function OperationsForbidden() {
  await connection();
  return (
    <>
      <PageHeader crumbs={[{ label: 'Operations' }]} />
      <main id="main" tabIndex={-1} className="mx-auto max-w-xl px-4 py-16 outline-none">
        <Lock aria-hidden size={28} strokeWidth={1.75} className="text-ink-3" />
        <h1 className="mt-4 text-entity font-semibold">Only a manager can see this</h1>
        <p className="mt-3 text-say text-ink-2">
          Here managers see how the event log and what hangs on it are, and mend what has stopped.
          Ask one, or choose one at the top of the page.
        </p>
        <div className="mt-6">
          <LinkButton href="/rooms">All rooms</LinkButton>
        </div>
      </main>
    </>
  );
}
