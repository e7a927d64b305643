import type { Instant, TimeZone } from '@/domain/shared/time';
import { formatRecorded } from './format';
import { formatRelative } from './format-duration';
import { formatOffsetAt } from './format-offset';

type RecordedAtProps = {
  readonly at: Instant;
  readonly timeZone: TimeZone;
  readonly now: Instant;
};

/**
 * When an event was recorded, with its offset, and how long ago that is. Where the two do not fit in
 * one line, no dot is left at the end of one or the start of the other: each dot stands before its
 * part, and the first of a line is cut off. Milliseconds are only told where there is room for them.
 */
export const RecordedAt = ({ at, timeZone, now }: RecordedAtProps) => {
  const recorded = formatRecorded(at, timeZone);
  const toTheSecond = recorded.slice(0, -'.000'.length);
  return (
    <span className="block overflow-hidden">
      <span className="-ml-4 flex flex-wrap">
        <span className={part}>
          <time dateTime={at}>
            {toTheSecond}
            <span className="hidden @md:inline">{recorded.slice(toTheSecond.length)}</span>
          </time>{' '}
          <span className="text-ink-3">{formatOffsetAt(at, timeZone)}</span>
        </span>
        <span className={`${part} text-ink-3`}>{formatRelative(at, now)}</span>
      </span>
    </span>
  );
};

const part =
  "whitespace-nowrap before:inline-block before:w-4 before:text-center before:text-ink-3 before:content-['·']";
