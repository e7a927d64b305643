import type { Instant } from '@/domain/shared/time';
import type { TurnedAway } from '@/infrastructure/observing/turned-away';
import { Moment } from '../_words/moment';

type TurnedAwayListProps = { readonly turnedAway: readonly TurnedAway[]; readonly now: Instant };

/** What this server could not serve, the newest first. */
export const TurnedAwayList = ({ turnedAway, now }: TurnedAwayListProps) => (
  <section aria-labelledby="turned-away" className="mt-8">
    <h2 id="turned-away" className="text-say font-semibold">
      Turned away by this server
    </h2>
    {turnedAway.length === 0 && (
      <p className="mt-2 text-ink-2">Nothing since it started: no BUSY, no UNAVAILABLE.</p>
    )}
    <ul className="mt-2 grid gap-2">
      {turnedAway.map(({ at, code, command, correlationId }) => (
        <li key={`${at.toISOString()} ${correlationId}`} className="border-t border-line pt-2">
          <p>
            <code className="rounded-chip bg-hover px-1.5">{code}</code> {command},{' '}
            <Moment at={at} now={now} />
          </p>
          <p className="text-sub text-ink-3">
            correlation id <code className="wrap-anywhere">{correlationId}</code>
          </p>
        </li>
      ))}
    </ul>
  </section>
);
