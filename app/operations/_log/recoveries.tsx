import { counted } from '@/app/_shared/format-duration';
import type { Instant } from '@/domain/shared/time';
import type { Recovery } from '@/infrastructure/event-log/log-documents';
import { Moment } from '../_words/moment';

type RecoveriesProps = { readonly recoveries: readonly Recovery[]; readonly now: Instant };

/** The times the log had to be completed from the streams, the newest first. */
export const Recoveries = ({ recoveries, now }: RecoveriesProps) => (
  <section aria-labelledby="recoveries" className="mt-8">
    <h2 id="recoveries" className="text-say font-semibold">
      Completed from the streams
    </h2>
    {recoveries.length === 0 && <p className="mt-2 text-ink-2">Never.</p>}
    <ul className="mt-2 grid gap-2">
      {recoveries.map(({ at, reason, entries }) => (
        <li key={at.toISOString()} className="border-t border-line pt-2">
          <p>
            <Moment at={at} now={now} />, {counted(entries, 'event was', 'events were')} missing
          </p>
          <p className="text-sub wrap-anywhere text-ink-2">Because {reason}</p>
        </li>
      ))}
    </ul>
  </section>
);
