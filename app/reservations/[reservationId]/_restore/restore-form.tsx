import { Undo2 } from 'lucide-react';
import { ActionForm } from '@/app/_shared/action-form';
import { freshIds } from '@/app/_shared/fresh-ids';
import { PageLink } from '@/app/_shared/page-link';
import type { RefusalText } from '@/app/_shared/refusal-text/wording';
import { SubmitButton } from '@/app/_shared/submit-button';
import { UntilAnswered } from '@/app/_shared/until-answered';
import type { ReservationId } from '@/domain/shared/ids';
import { restoreReservation } from './restore.action';

type RestoreFormProps = {
  readonly reservationId: ReservationId;
  readonly place: string;
  /** Why it would be refused just now: then there is no button. */
  readonly refused: RefusalText | undefined;
};

/** Takes the room back, if it is still free; else says who or what is in the way. */
export const RestoreForm = async ({ reservationId, place, refused }: RestoreFormProps) => (
  <ActionForm
    action={restoreReservation}
    ids={await freshIds('commandId')}
    label="Restore the reservation"
    className="grid gap-3"
  >
    <input type="hidden" name="reservationId" value={reservationId} />
    {refused ? (
      <UntilAnswered>
        <Why {...refused} />
      </UntilAnswered>
    ) : (
      <>
        <p className="wrap-anywhere text-ink-2">{place} is still free.</p>
        <div>
          <SubmitButton pending="Restoring…">
            <Undo2 aria-hidden size={16} strokeWidth={1.75} />
            Restore it
          </SubmitButton>
        </div>
      </>
    )}
  </ActionForm>
);

const Why = ({ headline, explanation, next, links }: RefusalText) => (
  <div>
    <p className="font-block">{headline}</p>
    <p className="mt-1 text-ink-2">{explanation}</p>
    <p className="mt-1">{next}</p>
    <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
      {links.map(({ label, href }) => (
        <PageLink key={href} href={href} className="link py-1">
          {label}
        </PageLink>
      ))}
    </p>
  </div>
);
