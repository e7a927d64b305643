import { CatchingUp } from '@/app/_shared/catching-up';
import { counted, formatMinutes } from '@/app/_shared/format-duration';
import { formatDate } from '@/app/_shared/format';
import { lacksOwnWrite } from '@/app/_shared/own-write';
import type { RoomId } from '@/domain/shared/ids';
import type { LocalDate } from '@/domain/shared/time';
import { weeklyUse, type WeekOfRoom } from '@/infrastructure/queries/weekly-use';

const around = { before: 4, after: 2 };

/** How much of the room was and is booked, week by week. */
export const WeeklyUse = async ({ roomId, today }: { roomId: RoomId; today: LocalDate }) => {
  const late = await lacksOwnWrite('use');
  const weeks = await weeklyUse(roomId, today, around);
  const most = Math.max(...weeks.map(({ bookedMinutes }) => bookedMinutes));
  return (
    <section aria-labelledby="use" className="mt-8">
      <h2 id="use" className="text-say font-semibold">
        Booked by week
      </h2>
      {late && <CatchingUp />}
      {most === 0 ? (
        <p className="mt-2 text-ink-2">Nothing in these weeks.</p>
      ) : (
        <ul className="mt-2 grid gap-1.5">
          {weeks.map((week, i) => (
            <WeekRow
              key={week.monday}
              week={week}
              most={most}
              now={i === around.before}
              today={today}
            />
          ))}
        </ul>
      )}
      <p className="mt-2 text-sub text-ink-3">
        Counted from the log of all reservations; it follows them within moments.
      </p>
    </section>
  );
};

type WeekRowProps = {
  readonly week: WeekOfRoom;
  readonly most: number;
  /** The week of today. */
  readonly now: boolean;
  readonly today: LocalDate;
};

const WeekRow = ({
  week: { monday, bookedMinutes, reservations },
  most,
  now,
  today,
}: WeekRowProps) => (
  <li className="grid grid-cols-[7rem_1fr] items-center gap-x-3">
    <span className={now ? 'font-medium' : 'text-ink-2'}>
      {now ? 'This week' : `from ${formatDate(monday, today)}`}
    </span>
    <span className="flex items-center gap-2.5">
      <span
        aria-hidden
        className="h-2 min-w-px rounded-full bg-accent"
        style={{ width: `${(bookedMinutes / most) * 45}%` }}
      />
      <span className="text-sub whitespace-nowrap text-ink-2 tabular-nums">
        {bookedMinutes === 0
          ? 'nothing'
          : `${formatMinutes(bookedMinutes)}, ${counted(reservations, 'reservation')}`}
      </span>
    </span>
  </li>
);
