import { EmptyState } from '@/app/_shared/empty-state';
import type { Instant } from '@/domain/shared/time';
import type { ParkedEvent } from '@/infrastructure/event-log/subscription';
import type { SubscriptionStanding } from '@/infrastructure/operations/subscription-standing';
import { SubscriptionItem } from './subscription-item';

type SubscriptionListProps = {
  readonly subscriptions: readonly SubscriptionStanding[];
  readonly parked: readonly ParkedEvent[];
  /** Names of those that keep the rows of a read model. */
  readonly readModels: ReadonlySet<string>;
  readonly head: number;
  readonly now: Instant;
};

/** Everyone who hears of events, with what can be done about each. */
export const SubscriptionList = (props: SubscriptionListProps) => {
  const { subscriptions, parked, readModels, head, now } = props;
  return (
    <section aria-labelledby="subscriptions">
      <h2 id="subscriptions" className="text-title font-semibold">
        Subscriptions
      </h2>
      {subscriptions.length === 0 && (
        <div className="mt-3">
          <EmptyState title="Nobody has subscribed yet">
            They appear here with the first event they hear of.
          </EmptyState>
        </div>
      )}
      <ul className="mt-3 grid gap-3">
        {subscriptions.map((subscription) => (
          <SubscriptionItem
            key={subscription.name}
            subscription={subscription}
            parked={parked.filter((event) => event.subscription === subscription.name)}
            keepsRows={readModels.has(subscription.name)}
            head={head}
            now={now}
          />
        ))}
      </ul>
    </section>
  );
};
