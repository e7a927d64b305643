import { SearchX } from 'lucide-react';
import { connection } from 'next/server';
import { LinkButton } from '@/app/_shared/link-button';
import { PageHeader } from '@/app/_shared/page-header';

/** Shown for the address of a reservation that was never made. */
export default async function ReservationNotFound() {
  await connection();
  return (
    <>
      <PageHeader crumbs={[{ label: 'My reservations', href: '/mine' }, { label: 'Not found' }]} />
      <main id="main" tabIndex={-1} className="mx-auto max-w-xl px-4 py-16 outline-none">
        <SearchX aria-hidden size={28} strokeWidth={1.75} className="text-ink-3" />
        <h1 className="mt-4 text-entity font-semibold">There is no such reservation</h1>
        <p className="mt-3 text-say text-ink-2">
          The address may be mistyped or cut short. Moved, cancelled and refused reservations keep
          their address for good, so it was not one of those.
        </p>
        <div className="mt-6 flex flex-wrap gap-3">
          <LinkButton href="/mine">My reservations</LinkButton>
          <LinkButton href="/rooms" tone="quiet">
            All rooms
          </LinkButton>
        </div>
      </main>
    </>
  );
}
