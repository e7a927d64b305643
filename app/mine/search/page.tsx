import type { Metadata } from 'next';
import { z } from 'zod';
import { CatchingUp } from '@/app/_shared/catching-up';
import { EmptyState } from '@/app/_shared/empty-state';
import { lacksOwnWrite } from '@/app/_shared/own-write';
import { PageHeader } from '@/app/_shared/page-header';
import { wordsFor } from '@/app/_shared/sentences/words-for';
import { whoActs } from '@/app/_shared/who-acts';
import type { Instant } from '@/domain/shared/time';
import type { Member } from '@/infrastructure/members';
import { mostFound, searchReservations } from '@/infrastructure/queries/search-reservations';
import { ReservationRows } from '../_list/reservation-rows';
import { SearchForm } from '../_list/search-form';

export const metadata: Metadata = { title: 'Search reservations' };

const search = z.object({ q: z.string().trim().max(200).catch('') });

/** Reservations by the words of their titles and notes: the member's own, for managers everyone's. */
export default async function SearchPage({ searchParams }: PageProps<'/mine/search'>) {
  const { q } = search.parse(await searchParams);
  const member = await whoActs();
  return (
    <>
      <PageHeader crumbs={[{ label: 'My reservations', href: '/mine' }, { label: 'Search' }]} />
      <main id="main" tabIndex={-1} className="max-w-5xl px-4 py-6 outline-none desk:px-5">
        <h1 className="text-entity font-semibold">
          {member?.role === 'manager' ? "Search everyone's reservations" : 'Search my reservations'}
        </h1>
        <div className="mt-4 mb-6 max-w-xl">
          <SearchForm asked={q} />
        </div>
        {member ? (
          q !== '' && <Results member={member} asked={q} />
        ) : (
          <p className="text-say text-ink-2">
            Choose who you are at the top of the page to search your reservations.
          </p>
        )}
      </main>
    </>
  );
}

const Results = async ({ member, asked }: { member: Member; asked: string }) => {
  const late = await lacksOwnWrite('search');
  const { reservations, more, rooms, texts } = await searchReservations(member, asked);
  const now = new Date().toISOString() as Instant;
  if (reservations.length === 0) {
    return (
      <>
        {late && <CatchingUp />}
        <EmptyState title={`Nothing found for “${asked}”`}>
          <p>Every word must begin a word of the title or the note. Try fewer or shorter ones.</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {late && <CatchingUp />}
      <ReservationRows
        page={{ list: 'earlier', reservations }}
        words={wordsFor(member, rooms, texts)}
        now={now}
      />
      {more && (
        <p className="text-ink-2">These are the latest {mostFound}; add a word for others.</p>
      )}
    </>
  );
};
