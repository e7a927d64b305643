import { formatInstant } from '@/app/_shared/format';
import { formatRelative } from '@/app/_shared/format-duration';
import type { Instant, TimeZone } from '@/domain/shared/time';

/** A moment in UTC, as servers have it, and how long ago it was. */
export const Moment = ({ at, now }: { at: Date; now: Instant }) => {
  const instant = at.toISOString() as Instant;
  return (
    <time dateTime={instant} className="whitespace-nowrap">
      {formatInstant(instant, 'UTC' as TimeZone, now)} UTC{' '}
      <span className="text-ink-3">({formatRelative(instant, now)})</span>
    </time>
  );
};
