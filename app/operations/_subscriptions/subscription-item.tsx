import type { Instant } from '@/domain/shared/time';
import type { ParkedEvent } from '@/infrastructure/event-log/subscription';
import type { SubscriptionStanding } from '@/infrastructure/operations/subscription-standing';
import { formatCount } from '../_words/format-amount';
import { Worker } from '../_words/worker';
import { FailureBox } from './failure-box';
import { ParkedEvents } from './parked-events';
import { SubscriptionForm } from './subscription-form';
import { SubscriptionStatus } from './subscription-status';

type SubscriptionItemProps = {
  readonly subscription: SubscriptionStanding;
  readonly parked: readonly ParkedEvent[];
  readonly keepsRows: boolean;
  readonly head: number;
  readonly now: Instant;
};

/** One subscription: how far it is, who works on it, at what it stopped, and what can be done. */
export const SubscriptionItem = (props: SubscriptionItemProps) => {
  const { subscription, parked, keepsRows, head, now } = props;
  const { name, position, worker } = subscription;
  return (
    <li className="rounded-panel border border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-say font-semibold wrap-anywhere">{name}</h3>
        <SubscriptionStatus subscription={subscription} />
      </div>
      <p className="mt-1 text-ink-2">
        At {formatCount(position)} of {formatCount(head)}
        {worker && (
          <>
            , by <Worker holder={worker} />
          </>
        )}
      </p>
      <FailureBox subscription={subscription} keepsRows={keepsRows} now={now} />
      <SubscriptionForm subscription={subscription} keepsRows={keepsRows}>
        {parked.length > 0 && <ParkedEvents events={parked} keepsRows={keepsRows} now={now} />}
      </SubscriptionForm>
    </li>
  );
};
