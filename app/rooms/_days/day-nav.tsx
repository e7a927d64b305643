import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatDate } from '@/app/_shared/format';
import { LinkButton } from '@/app/_shared/link-button';
import { plusDays } from '@/domain/shared/days';
import type { LocalDate } from '@/domain/shared/time';

type DayNavProps = {
  readonly date: LocalDate;
  /** True on the page that “Today” leads to. */
  readonly isToday: boolean;
  /** The address of a day; of today without one. */
  readonly hrefOf: (date: LocalDate | undefined) => string;
};

/** To the day before, today, and the day after. */
export const DayNav = ({ date, isToday, hrefOf }: DayNavProps) => {
  const before = plusDays(date, -1);
  const after = plusDays(date, 1);
  const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <nav aria-label="Days" className="flex items-center gap-1">
      <LinkButton
        href={hrefOf(before)}
        tone="quiet"
        iconOnly
        aria-label={`Day before, ${formatDate(before)}`}
      >
        <ChevronLeft {...icon} />
      </LinkButton>
      <LinkButton href={hrefOf(undefined)} aria-current={isToday ? 'date' : undefined}>
        Today
      </LinkButton>
      <LinkButton
        href={hrefOf(after)}
        tone="quiet"
        iconOnly
        aria-label={`Day after, ${formatDate(after)}`}
      >
        <ChevronRight {...icon} />
      </LinkButton>
    </nav>
  );
};
