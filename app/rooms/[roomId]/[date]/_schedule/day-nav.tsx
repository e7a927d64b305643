import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatDate } from '@/app/_shared/format';
import { LinkButton } from '@/app/_shared/link-button';
import { plusDays } from '@/domain/shared/days';
import type { RoomId } from '@/domain/shared/ids';
import type { LocalDate } from '@/domain/shared/time';

type DayNavProps = {
  readonly roomId: RoomId;
  readonly date: LocalDate;
  readonly today: LocalDate;
};

/** To the day before, today, and the day after. */
export const DayNav = ({ roomId, date, today }: DayNavProps) => {
  const to = (day: LocalDate) => `/rooms/${roomId}/${day}`;
  const before = plusDays(date, -1);
  const after = plusDays(date, 1);
  const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <nav aria-label="Days" className="flex items-center gap-1">
      <LinkButton
        href={to(before)}
        tone="quiet"
        iconOnly
        aria-label={`Day before, ${formatDate(before)}`}
      >
        <ChevronLeft {...icon} />
      </LinkButton>
      <LinkButton href={to(today)} aria-current={date === today ? 'date' : undefined}>
        Today
      </LinkButton>
      <LinkButton
        href={to(after)}
        tone="quiet"
        iconOnly
        aria-label={`Day after, ${formatDate(after)}`}
      >
        <ChevronRight {...icon} />
      </LinkButton>
    </nav>
  );
};
