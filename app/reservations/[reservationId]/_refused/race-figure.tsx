import { Check, X } from 'lucide-react';
import { formatRecorded } from '@/app/_shared/format';
import { formatGap } from '@/app/_shared/format-duration';
import { longestRaceMs, winnersLead } from '@/app/_shared/refusal-text/slot-taken';
import { fullNameOf, type Words } from '@/app/_shared/sentences/sentence';
import type { Winner } from '@/domain/shared/refusal';
import type { Instant, TimeZone } from '@/domain/shared/time';

type RaceFigureProps = {
  readonly taken: Winner;
  readonly refusedAt: Instant;
  readonly words: Words;
  readonly timeZone: TimeZone;
};

/** Where the two ends of the gap stand on the line, in percent of its width. */
const ends = { first: 10, second: 60 };

/** How close it was: the two recorded moments on one line; only shown for a race. */
export const RaceFigure = ({ taken, refusedAt, words, timeZone }: RaceFigureProps) => {
  const lead = winnersLead(taken.recordedAt, refusedAt) ?? 0;
  if (lead > longestRaceMs || lead === 0) return null;
  const time = (instant: Instant) => formatRecorded(instant, timeZone).split(', ')[1] ?? '';
  const winner =
    taken.memberId === words.viewer ? 'Your other one' : fullNameOf(words, taken.memberId);
  return (
    <figure className="mt-4 rounded-panel border border-line bg-sunken px-4 py-3">
      <figcaption className="sr-only">
        {winner} was recorded at {time(taken.recordedAt)}, this booking was refused at{' '}
        {time(refusedAt)}, {formatGap(lead)} later.
      </figcaption>
      <div aria-hidden className="grid gap-2">
        <Row label={winner} at={ends.first}>
          <span className="flex size-4 items-center justify-center rounded-full bg-ink text-surface">
            <Check size={11} strokeWidth={3} />
          </span>
          <span className="text-sub text-ink-2">
            {time(taken.recordedAt)} <span className="text-ink-3">version {taken.position}</span>
          </span>
        </Row>
        <Row label="This booking" at={ends.second}>
          <span className="flex size-4 items-center justify-center rounded-full border-2 border-red text-red">
            <X size={10} strokeWidth={3} />
          </span>
          <span className="text-sub text-red">{time(refusedAt)}</span>
        </Row>
        <div className="relative ml-28 h-5 max-phone:ml-22">
          <span
            className="absolute top-1 h-2 border-x border-b border-ink"
            style={{ left: `${ends.first}%`, width: `${ends.second - ends.first}%` }}
          >
            <span className="absolute -bottom-2 left-1/2 -translate-x-1/2 rounded-full bg-ink px-2 text-sub font-semibold whitespace-nowrap text-surface">
              {formatGap(lead)}
            </span>
          </span>
        </div>
      </div>
    </figure>
  );
};

type RowProps = { readonly label: string; readonly at: number; readonly children: React.ReactNode };

const Row = ({ label, at, children }: RowProps) => (
  <div className="flex items-center">
    <span className="w-28 shrink-0 truncate pr-3 font-medium max-phone:w-22 max-phone:text-sub">
      {label}
    </span>
    <span className="relative h-5 min-w-0 flex-1 border-line-2">
      <span className="absolute top-1/2 left-0 h-px bg-line-2" style={{ width: `${at}%` }} />
      <span
        className="absolute top-0 -ml-2 flex h-5 items-center gap-2 whitespace-nowrap"
        style={{ left: `${at}%` }}
      >
        {children}
      </span>
    </span>
  </div>
);
