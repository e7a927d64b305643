import type { Metadata } from 'next';
import { LinkButton } from '@/app/_shared/link-button';
import { logSeen } from '@/app/_shared/live/log-seen';
import type { Shown } from '@/app/_shared/live/shown';
import { PageLink } from '@/app/_shared/page-link';
import { PageHeader } from '@/app/_shared/page-header';
import { wordsFor } from '@/app/_shared/sentences/words-for';
import { whoActs } from '@/app/_shared/who-acts';
import type { Instant } from '@/domain/shared/time';
import type { Member } from '@/infrastructure/members';
import { myReservations, type MyReservationsPage } from '@/infrastructure/queries/mine';
import { EmptyList } from './_list/empty-list';
import { ListTabs } from './_list/list-tabs';
import { ReservationRows } from './_list/reservation-rows';
import { askedList, linkTo } from './_list/search';
import { SearchForm } from './_list/search-form';

export const metadata: Metadata = { title: 'My reservations' };

/** The reservations of the member who acts: what comes, what was, what was cancelled or refused. */
export default async function MinePage({ searchParams }: PageProps<'/mine'>) {
  const { list, after } = askedList(await searchParams);
  const member = await whoActs();
  const now = new Date().toISOString() as Instant;
  const seen = await logSeen();
  const page = member && (await myReservations(member, list, now, after));
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'My reservations' }]}
        {...(page && { shown: shownIn(page, member, seen) })}
      />
      <main id="main" tabIndex={-1} className="max-w-5xl px-4 py-6 outline-none desk:px-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-entity font-semibold">My reservations</h1>
          <LinkButton href="/rooms" tone="primary">
            Find a room
          </LinkButton>
        </div>
        {page ? (
          <>
            <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-3">
              <div className="w-full max-w-md">
                <SearchForm />
              </div>
              <PageLink href="/mine/activity" className="link">
                What I did
              </PageLink>
            </div>
            <ListTabs current={list} counts={page.counts} />
            {page.reservations.length === 0 ? (
              <EmptyList list={list} />
            ) : (
              <ReservationRows
                page={page}
                words={wordsFor(member, page.rooms, page.texts)}
                now={now}
              />
            )}
            <nav aria-label="Pages of this list" className="mt-5 flex gap-2.5">
              {after && <LinkButton href={linkTo(list)}>Back to the first</LinkButton>}
              {page.next && <LinkButton href={linkTo(list, page.next)}>Show more</LinkButton>}
            </nav>
          </>
        ) : (
          <p className="mt-6 text-say text-ink-2">
            Choose who you are at the top of the page to see your reservations.
          </p>
        )}
      </main>
    </>
  );
}

/** What is listed, and whatever this member does elsewhere. */
const shownIn = (
  { reservations }: MyReservationsPage,
  { id: memberId }: Member,
  seen: number,
): Shown => ({
  seen,
  streams: Object.fromEntries(
    reservations.map(({ reservationId }) => [`reservation:${reservationId}`, null] as const),
  ),
  memberId,
});
