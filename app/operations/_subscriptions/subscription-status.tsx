import { CircleCheck, CirclePause, CircleX, Hourglass, UserX } from 'lucide-react';
import { Badge } from '@/app/_shared/badge';
import { formatGap } from '@/app/_shared/format-duration';
import type { SubscriptionStanding } from '@/infrastructure/operations/subscription-standing';
import { subscriptionTrouble } from '@/infrastructure/operations/troubles';
import { formatCount } from '../_words/format-amount';

/** How a subscription is, in a word. */
export const SubscriptionStatus = ({ subscription }: { subscription: SubscriptionStanding }) => {
  const { behind } = subscription;
  const trouble = subscriptionTrouble(subscription);
  switch (trouble) {
    case 'stopped':
      return (
        <Badge tone="red" icon={CircleX}>
          Stopped
        </Badge>
      );
    case 'paused':
      return (
        <Badge tone="amber" icon={CirclePause}>
          Paused
        </Badge>
      );
    case 'nobody at work':
      return (
        <Badge tone="amber" icon={UserX}>
          Nobody at work
        </Badge>
      );
    case 'late':
      return (
        <Badge tone="amber" icon={Hourglass}>
          {formatGap(behind.seconds * 1000)} late
        </Badge>
      );
    case undefined:
      return (
        <Badge tone="accent" icon={CircleCheck}>
          {behind.entries === 0 ? 'Up to date' : `${formatCount(behind.entries)} behind`}
        </Badge>
      );
    default: {
      const unknown: never = trouble;
      return unknown;
    }
  }
};
