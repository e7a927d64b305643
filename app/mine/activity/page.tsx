import type { Metadata } from 'next';
import { CatchingUp } from '@/app/_shared/catching-up';
import { EmptyState } from '@/app/_shared/empty-state';
import { lacksOwnWrite } from '@/app/_shared/own-write';
import { PageHeader } from '@/app/_shared/page-header';
import { whoActs } from '@/app/_shared/who-acts';
import type { Instant } from '@/domain/shared/time';
import type { Member } from '@/infrastructure/members';
import { activityOf, mostActivity } from '@/infrastructure/queries/activity';
import { ActivityRow } from './activity-row';

export const metadata: Metadata = { title: 'What I did' };

/** What the member who acts did, as the log has it, the latest first. */
export default async function ActivityPage() {
  const member = await whoActs();
  return (
    <>
      <PageHeader crumbs={[{ label: 'My reservations', href: '/mine' }, { label: 'What I did' }]} />
      <main id="main" tabIndex={-1} className="max-w-5xl px-4 py-6 outline-none desk:px-5">
        <h1 className="text-entity font-semibold">What I did</h1>
        {member ? (
          <Rows member={member} />
        ) : (
          <p className="mt-6 text-say text-ink-2">
            Choose who you are at the top of the page to see what you did.
          </p>
        )}
      </main>
    </>
  );
}

const Rows = async ({ member }: { member: Member }) => {
  const late = await lacksOwnWrite('activity');
  const rows = await activityOf(member.id);
  const now = new Date().toISOString() as Instant;
  if (rows.length === 0) {
    return (
      <div className="mt-5">
        {late && <CatchingUp />}
        <EmptyState title="Nothing yet">
          <p>What you book, move, cancel or change comes here within moments.</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      {late && <CatchingUp />}
      <p className="mt-2 text-ink-2">
        The latest {mostActivity} of your commands that were done, each by its first event in the
        log.
      </p>
      <ul className="mt-4 divide-y divide-line rounded-panel border border-line">
        {rows.map((row) => (
          <ActivityRow key={row._id} row={row} now={now} />
        ))}
      </ul>
    </>
  );
};
