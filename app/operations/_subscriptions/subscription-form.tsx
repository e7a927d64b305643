import type { ReactNode } from 'react';
import { ActionForm } from '@/app/_shared/action-form';
import { SubmitButton } from '@/app/_shared/submit-button';
import type { SubscriptionStanding } from '@/infrastructure/operations/subscription-standing';
import { Choice } from '../_words/choice';
import { operateSubscription } from './operate-subscription.action';

type SubscriptionFormProps = {
  readonly subscription: SubscriptionStanding;
  readonly keepsRows: boolean;
  /** What it has put aside. */
  readonly children: ReactNode;
};

/** What can be done to a subscription as it is now. */
export const SubscriptionForm = (props: SubscriptionFormProps) => {
  const { subscription, keepsRows, children } = props;
  const { name, status, failure, worker } = subscription;
  return (
    <ActionForm
      action={operateSubscription}
      ids={{}}
      label={`Operate ${name}`}
      className="mt-3 grid gap-2"
    >
      <input type="hidden" name="name" value={name} />
      <div className="flex flex-wrap gap-2">
        {status === 'running' && (
          <SubmitButton name="wished" value="pause" tone="plain" pending="Pausing…">
            Pause
          </SubmitButton>
        )}
        {status === 'paused' && (
          <SubmitButton name="wished" value="resume" tone="plain" pending="Resuming…">
            Resume
          </SubmitButton>
        )}
        {failure && (
          <SubmitButton name="wished" value="retry" tone="plain" pending="Trying…">
            Try the event again
          </SubmitButton>
        )}
      </div>
      {failure && (
        <Choice value="skip" summary="Skip the event" confirm="Skip it" pending="Skipping…">
          Later events go on without it. It is kept among those put aside, where it can be handed
          over again.
          {keepsRows && ' Until then, or until they are rebuilt, the rows lack what it says.'}
        </Choice>
      )}
      {!keepsRows && (
        <Choice
          value="begin again"
          summary="Begin again"
          confirm="Begin again from the first event"
          pending="Beginning…"
        >
          Every event of the log is handed over once more: what its handler does outside the
          database, such as sending mail, it does again.
        </Choice>
      )}
      {!worker && (
        <Choice value="forget" summary="Forget it" confirm="Forget it" pending="Forgetting…">
          Nobody works on it, perhaps because it belongs to another version. How far it was
          {keepsRows && ', its rows'} and what it put aside is lost; should it come back, it begins
          anew.
        </Choice>
      )}
      {children}
    </ActionForm>
  );
};
