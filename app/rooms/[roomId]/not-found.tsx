import type { Metadata } from 'next';
import { LinkButton } from '@/app/_shared/link-button';
import { NotFoundPage } from '@/app/_shared/not-found-page';

export const metadata: Metadata = { title: 'No such room or day' };

/** Shown for the address of a room that was never added, or of a date that does not exist. */
export default function RoomNotFound() {
  return (
    <NotFoundPage
      title="There is no such room or day"
      why="The address may be mistyped or cut short; that of a day ends in its date, as in 2026-11-30. Retired rooms keep their address, so it was not one of those. Find the room in the list; its page leads to its days."
    >
      <LinkButton href="/rooms">All rooms</LinkButton>
    </NotFoundPage>
  );
}
