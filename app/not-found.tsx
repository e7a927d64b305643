import type { Metadata } from 'next';
import { LinkButton } from './_shared/link-button';
import { NotFoundPage } from './_shared/not-found-page';

export const metadata: Metadata = { title: 'Not found' };

/** Shown for an address that names nothing. */
export default function NotFound() {
  return (
    <NotFoundPage
      title="There is nothing here"
      why="The address may be mistyped. Nothing is ever deleted in Roomlog: a room or a reservation keeps its address after it was retired, moved or cancelled. Look for it in one of these lists."
    >
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/rooms">All rooms</LinkButton>
        <LinkButton href="/mine" tone="quiet">
          My reservations
        </LinkButton>
      </div>
    </NotFoundPage>
  );
}
