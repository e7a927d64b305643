import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { Notice } from '@/app/_shared/notice';
import { PageHeader } from '@/app/_shared/page-header';
import { StateBesideHistory } from '@/app/_shared/state-beside-history';
import { whoActs } from '@/app/_shared/who-acts';
import { mayOperate } from '@/domain/shared/permissions';
import type { Instant } from '@/domain/shared/time';
import { recentlyTurnedAway } from '@/infrastructure/observing/turned-away';
import { operatorsView, type OperatorsView } from '@/infrastructure/operations/operators-view';
import { troublesOf } from '@/infrastructure/operations/troubles';
import { LogPanel } from './_log/log-panel';
import { Recoveries } from './_log/recoveries';
import { ReadModelList } from './_read-models/read-model-list';
import { LargestStreams } from './_streams/largest-streams';
import { SubscriptionList } from './_subscriptions/subscription-list';
import { TurnedAwayList } from './_turned-away/turned-away-list';
import { LookAgain } from './_words/look-again';
import { OverallBadge } from './_words/overall-badge';

export const metadata: Metadata = { title: 'Operations' };

const lookMs = { moving: 1000, still: 5000 } as const;

/** How the log and all that hangs on it are, and what those who look after the app can do. */
export default async function OperationsPage() {
  const member = await whoActs();
  if (!member || mayOperate(member)) forbidden();
  const view = await operatorsView();
  const now = new Date().toISOString() as Instant;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Operations' }]}
        badges={view && <OverallBadge troubles={troublesOf(view)} />}
      />
      <StateBesideHistory
        state={
          <>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <h1 className="text-entity font-semibold">Event log</h1>
              <LookAgain everyMs={isMoving(view) ? lookMs.moving : lookMs.still} />
            </div>
            <LogSide view={view} now={now} />
            <TurnedAwayList turnedAway={recentlyTurnedAway()} now={now} />
          </>
        }
        history={view && <WorkSide view={view} now={now} />}
      />
    </>
  );
}

type SideProps = { readonly view: OperatorsView; readonly now: Instant };

const LogSide = ({ view, now }: { view: OperatorsView | undefined; now: Instant }) => {
  if (!view) {
    return (
      <div className="mt-5">
        <Notice tone="refused" title="The database does not answer">
          <p className="mt-1 text-ink-2">
            So nobody can tell how the log stands. Bookings are refused with UNAVAILABLE until it
            does; what was acknowledged is safe. This page looks again by itself.
          </p>
        </Notice>
      </div>
    );
  }
  if (!view.log) {
    return (
      <div className="mt-5">
        <Notice tone="info" title="There is no log yet">
          <p className="mt-1 text-ink-2">The first process that may write it makes it.</p>
        </Notice>
      </div>
    );
  }
  return (
    <>
      <div className="mt-5">
        <LogPanel log={view.log} />
      </div>
      <Recoveries recoveries={view.log.recoveries} now={now} />
      <LargestStreams streams={view.largest} />
    </>
  );
};

const WorkSide = ({ view, now }: SideProps) => {
  const head = view.log?.position ?? 0;
  return (
    <>
      <SubscriptionList
        subscriptions={view.subscriptions}
        parked={view.parked}
        readModels={new Set(view.readModels.map(({ name }) => name))}
        head={head}
        now={now}
      />
      <ReadModelList
        readModels={view.readModels}
        known={view.knownReadModels}
        head={head}
        now={now}
      />
    </>
  );
};

/** Something changes by itself before long. */
const isMoving = (view: OperatorsView | undefined) =>
  view !== undefined &&
  (view.readModels.some(({ rebuild }) => rebuild && rebuild.failure === undefined) ||
    view.subscriptions.some(({ status, behind }) => status === 'running' && behind.entries > 0));
