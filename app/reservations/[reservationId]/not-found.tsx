import type { Metadata } from 'next';
import { LinkButton } from '@/app/_shared/link-button';
import { NotFoundPage } from '@/app/_shared/not-found-page';
import { SearchForm } from '@/app/mine/_list/search-form';

export const metadata: Metadata = { title: 'No such reservation' };

/** Shown for the address of a reservation that was never made. */
export default function ReservationNotFound() {
  return (
    <NotFoundPage
      title="There is no such reservation"
      why="The address may be mistyped or cut short. Moved, cancelled and refused reservations keep their address for good, so it was not one of those. Look for it by a word of its title or note, or in the list of yours."
    >
      <SearchForm />
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton href="/mine">My reservations</LinkButton>
        <LinkButton href="/rooms" tone="quiet">
          All rooms
        </LinkButton>
      </div>
    </NotFoundPage>
  );
}
