import { EmptyState } from '@/app/_shared/empty-state';
import { PageLink } from '@/app/_shared/page-link';
import type { ReservationList } from '@/infrastructure/queries/mine-query';

const texts: { readonly [list in ReservationList]: { title: string; todo: string } } = {
  upcoming: {
    title: 'Nothing ahead of you',
    todo: 'Choose a room and a day, and book it there.',
  },
  earlier: {
    title: 'Nothing has ended yet',
    todo: 'Reservations come here when their time has passed.',
  },
  cancelled: {
    title: 'Nothing was cancelled',
    todo: 'A cancelled reservation stays here and can be restored while its time is to come.',
  },
  refused: {
    title: 'Nothing was refused',
    todo: 'When a booking is refused, the reason is kept here for good.',
  },
};

/** Says that a list is empty, and what to do. */
export const EmptyList = ({ list }: { list: ReservationList }) => (
  <EmptyState title={texts[list].title}>
    <p>{texts[list].todo}</p>
    {list === 'upcoming' && (
      <p className="mt-3">
        <PageLink href="/rooms" className="link">
          See what is free now
        </PageLink>
      </p>
    )}
  </EmptyState>
);
