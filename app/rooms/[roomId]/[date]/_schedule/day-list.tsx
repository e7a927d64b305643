import { ChevronRight } from 'lucide-react';
import { formatMinutes } from '@/app/_shared/format-duration';
import { formatTimes, wallSlot } from '@/app/_shared/format-slot';
import { PageLink } from '@/app/_shared/page-link';
import { minutesOf } from '@/domain/shared/instants';
import type { Period, TimeZone } from '@/domain/shared/time';
import { timesOnDay } from './times-on-day';
import { freeText } from './free-text';
import type { Schedule } from './schedule-model';

type DayListProps = {
  readonly schedule: Schedule;
  readonly free: readonly Period[];
  /** What of the free times could be booked now. */
  readonly bookable: readonly Period[];
  readonly timeZone: TimeZone;
};

type Row = { readonly period: Period; readonly times: string; readonly what: React.ReactNode };

/** The same day in words, line by line: what is reserved, closed and free. */
export const DayList = ({ schedule, free, bookable, timeZone }: DayListProps) => {
  const rows: readonly Row[] = [
    ...schedule.blocks.map(({ reservationId, used, whole, buffer, title, organiser }) => ({
      period: used,
      times: timesOnDay(used, whole, timeZone),
      what: (
        <>
          <PageLink href={`/reservations/${reservationId}`} className="link">
            {title ?? 'Reserved'}
          </PageLink>
          , {organiser}
          {minutesOf(buffer) > 0 && `; ${formatMinutes(minutesOf(buffer))} kept free after it`}
        </>
      ),
    })),
    ...schedule.closed.map(({ reason, whole, ...period }) => ({
      period,
      times: timesOnDay(period, whole, timeZone),
      what: `Closed: ${reason}`,
    })),
    ...free.map((period) => ({
      period,
      times: formatTimes(wallSlot(period, timeZone)),
      what: freeText(period, bookable, timeZone),
    })),
  ].sort((a, b) => (a.period.start < b.period.start ? -1 : 1));
  return (
    <details className="group mt-4 rounded-panel border border-line">
      <summary className="flex min-h-10 items-center gap-2 rounded-panel px-3 font-medium hover:bg-hover pointer-coarse:min-h-11">
        <ChevronRight
          aria-hidden
          size={16}
          strokeWidth={1.75}
          className="shrink-0 text-ink-3 transition-transform duration-120 group-open:rotate-90"
        />
        The day as a list
      </summary>
      {rows.length === 0 && (
        <p className="border-t border-line px-3 py-2 text-ink-2">
          Nothing is reserved, and nothing can be booked.
        </p>
      )}
      <ol className="divide-y divide-line border-t border-line empty:hidden">
        {rows.map(({ period, times, what }) => (
          <li key={period.start} className="flex gap-4 px-3 py-2">
            <span className="w-28 shrink-0">{times}</span>
            <span className="min-w-0 wrap-anywhere text-ink-2">{what}</span>
          </li>
        ))}
      </ol>
    </details>
  );
};
