import type { Instant } from '@/domain/shared/time';
import { counted } from '@/app/_shared/format-duration';
import type { HandlingFailure } from '@/infrastructure/event-log/subscription';
import type { SubscriptionStanding } from '@/infrastructure/operations/subscription-standing';
import { formatCount } from '../_words/format-amount';
import { Moment } from '../_words/moment';

type FailureBoxProps = {
  readonly subscription: SubscriptionStanding;
  readonly keepsRows: boolean;
  readonly now: Instant;
};

/** Why a subscription stopped: the event it could not handle, or what is wrong with its place. */
export const FailureBox = ({ subscription, keepsRows, now }: FailureBoxProps) => {
  const { failure, reason } = subscription;
  if (!failure && reason === undefined) return null;
  return (
    <div className="mt-3 rounded-control border border-red-line px-3 py-2">
      {reason !== undefined && (
        <p>
          {reason}.{keepsRows && ' For a read model that is: rebuild its rows.'}
        </p>
      )}
      {failure && <Failure failure={failure} now={now} />}
    </div>
  );
};

/** An event that could not be handled: which, how often it was tried, and what the handler said. */
export const Failure = ({ failure, now }: { failure: HandlingFailure; now: Instant }) => (
  <>
    <p className="wrap-anywhere">
      Event {formatCount(failure.position)},{' '}
      <code className="rounded-chip bg-hover px-1.5">{failure.eventType}</code> of{' '}
      <code>{failure.streamName}</code>, was tried {counted(failure.tries, 'time')},{' '}
      <Moment at={failure.at} now={now} />. The handler said:
    </p>
    <p className="mt-1 wrap-anywhere text-red">{failure.message}</p>
  </>
);
