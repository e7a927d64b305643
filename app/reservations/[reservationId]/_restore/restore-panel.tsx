import { PageLink } from '@/app/_shared/page-link';
import { explain } from '@/app/_shared/refusal-text/explain';
import type { ReservationId } from '@/domain/shared/ids';
import type { Instant } from '@/domain/shared/time';
import type { Member } from '@/infrastructure/members';
import { restoreRefusal } from '@/infrastructure/queries/restore-refusal';
import { DoPanel } from '../_do/do-panel';
import { RestoreForm } from './restore-form';

type RestorePanelProps = {
  readonly reservationId: ReservationId;
  readonly place: string;
  readonly viewer: Member;
  readonly now: Instant;
};

/** Offers to take a cancelled reservation back, or says why that cannot be just now. */
export const RestorePanel = async ({ reservationId, place, viewer, now }: RestorePanelProps) => {
  const actor = { id: viewer.id, role: viewer.role };
  const refusal = await restoreRefusal(reservationId, { actor, now });
  if (!refusal) {
    return (
      <DoPanel title="Want it back?" focus={false}>
        <RestoreForm reservationId={reservationId} place={place} />
      </DoPanel>
    );
  }
  const { headline, explanation, links } = await explain(refusal, actor, {
    reservationId,
    onlyAsking: true,
  });
  return (
    <DoPanel title="It cannot be restored just now" focus={false}>
      <p className="font-block">{headline}</p>
      <p className="mt-1 text-ink-2">{explanation}</p>
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
        {links.map(({ label, href }) => (
          <PageLink key={href} href={href} className="link py-1">
            {label}
          </PageLink>
        ))}
      </p>
    </DoPanel>
  );
};
