import { formatRelative } from '@/app/_shared/format-duration';
import { PageLink } from '@/app/_shared/page-link';
import type { Instant } from '@/domain/shared/time';
import type { MemberActivity } from '@/infrastructure/read-models/activity-of-members';
import { pageOfStream } from '@/app/_shared/page-of-stream';

/** One thing a member did; the whole row leads to the stream it is in. */
export const ActivityRow = ({ row, now }: { row: MemberActivity; now: Instant }) => (
  <li className="relative flex min-h-14 flex-wrap items-center gap-x-4 px-3 py-2.5 hover:bg-hover">
    <div className="min-w-0 flex-1 basis-56">
      <PageLink
        href={pageOfStream(row.streamName)}
        className="text-say font-block after:absolute after:inset-0"
      >
        {inWords(row.eventType)}
      </PageLink>
      <p className="text-sub wrap-anywhere text-ink-3">
        v{row.streamPosition} of <code>{row.streamName}</code>
      </p>
    </div>
    <p className="text-sub text-ink-3 tabular-nums">
      {formatRelative(row.recordedAt, now)} · log {row.position}
    </p>
  </li>
);

/** `ReservationMoved` as “Reservation moved”. */
const inWords = (eventType: string) => {
  const words = eventType.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
