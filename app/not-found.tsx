import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { connection } from 'next/server';
import { LinkButton } from './_shared/link-button';
import { PageHeader } from './_shared/page-header';

export const metadata: Metadata = { title: 'Not found' };

/** Shown for an address that names nothing. */
export default async function NotFound() {
  await connection();
  return (
    <>
      <PageHeader crumbs={[{ label: 'Rooms', href: '/rooms' }, { label: 'Not found' }]} />
      <main id="main" tabIndex={-1} className="mx-auto max-w-xl px-4 py-16 outline-none">
        <SearchX aria-hidden size={28} strokeWidth={1.75} className="text-ink-3" />
        <h1 className="mt-4 text-entity font-semibold">There is nothing here</h1>
        <p className="mt-3 text-say text-ink-2">
          The address may be mistyped. Nothing is ever deleted in Roomlog: a room or a reservation
          keeps its address after it was retired, moved or cancelled.
        </p>
        <div className="mt-6 flex flex-wrap gap-3">
          <LinkButton href="/rooms">All rooms</LinkButton>
          <LinkButton href="/mine" tone="quiet">
            My reservations
          </LinkButton>
        </div>
      </main>
    </>
  );
}
