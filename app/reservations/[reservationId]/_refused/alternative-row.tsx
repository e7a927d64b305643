import { formatFloor } from '@/app/_shared/format';
import { counted, formatMinutes } from '@/app/_shared/format-duration';
import { formatTimes } from '@/app/_shared/format-slot';
import { PageLink } from '@/app/_shared/page-link';
import { DayStripBar } from '@/app/_shared/day-strip-bar';
import { dateOf } from '@/domain/shared/days';
import type { Alternative } from '@/infrastructure/queries/alternatives';
import { ChoiceButton } from './choice-button';
import { choiceOf } from './choice';

/** One alternative: where and when, how it differs, its day in one line, and its button. */
export const AlternativeRow = ({
  alternative,
  number,
}: {
  alternative: Alternative;
  number: number;
}) => {
  const { roomId, roomName, wish, strip, slot } = alternative;
  const what = `${roomName}, ${formatTimes(wish)}`;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5 first:rounded-t-panel first:bg-accent-tint last:rounded-b-panel">
      <span
        aria-hidden
        className="flex size-6 shrink-0 items-center justify-center rounded-chip border border-line-2 text-sub text-ink-2"
      >
        {number}
      </span>
      <div className="min-w-40 flex-1 wrap-anywhere">
        <PageLink
          href={`/rooms/${roomId}/${dateOf(wish.startsAt)}`}
          className="font-block hover:underline"
        >
          {what}
        </PageLink>
        <p className="text-sub text-ink-2">{difference(alternative)}</p>
      </div>
      <DayStripBar strip={strip} chosen={slot} as="wished" className="w-28 max-phone:hidden" />
      <ChoiceButton choice={choiceOf(alternative)} label={`Book ${what}`} first={number === 1} />
    </li>
  );
};

const difference = ({ sameRoom, minutesAway, capacity, floor }: Alternative) => {
  if (!sameRoom) return `Same time, ${counted(capacity, 'seat')}, ${formatFloor(floor)}`;
  if (minutesAway === 0) return 'Free again by now';
  const side = minutesAway > 0 ? 'later' : 'earlier';
  return `Same room, ${formatMinutes(Math.abs(minutesAway))} ${side}`;
};
