import { PageLink } from '@/app/_shared/page-link';
import { mostCounted } from '@/infrastructure/queries/mine';
import { reservationLists, type ReservationList } from '@/infrastructure/queries/mine-query';
import { linkTo } from './search';

const labels: { readonly [list in ReservationList]: string } = {
  upcoming: 'Upcoming',
  earlier: 'Earlier',
  cancelled: 'Cancelled',
  refused: 'Refused',
};

type ListTabsProps = {
  readonly current: ReservationList;
  readonly counts: Readonly<Record<ReservationList, number>>;
};

/** The four lists, each with how much is in it. */
export const ListTabs = ({ current, counts }: ListTabsProps) => (
  <nav aria-label="Lists" className="mt-5 mb-4 border-b border-line">
    <ul className="flex gap-1 max-phone:grid max-phone:grid-cols-4">
      {reservationLists.map((list) => (
        <li key={list}>
          <PageLink
            href={linkTo(list)}
            aria-current={list === current ? 'page' : undefined}
            className="flex min-h-11 items-center gap-2 border-b-2 border-transparent px-3 font-medium whitespace-nowrap text-ink-2 hover:text-ink aria-[current]:border-accent aria-[current]:text-ink max-phone:flex-col max-phone:justify-center max-phone:gap-0.5 max-phone:px-0 max-phone:py-2"
          >
            {labels[list]}
            <span className="rounded-full bg-hover px-2 text-sub text-ink-2">
              {counts[list] >= mostCounted ? `${mostCounted}+` : counts[list]}
            </span>
          </PageLink>
        </li>
      ))}
    </ul>
  </nav>
);
