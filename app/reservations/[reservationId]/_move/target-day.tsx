'use client';

import { DayStripBar } from '@/app/_shared/day-strip-bar';
import { formatDate, timeOf, wallClock } from '@/app/_shared/format';
import { PageLink } from '@/app/_shared/page-link';
import { useClockAnswer } from '@/app/_shared/use-clock-answer';
import { useWishBoard } from '@/app/_shared/wish-board';
import type { ReservationId } from '@/domain/shared/ids';
import { isRefusal } from '@/domain/shared/refusal';
import type { Instant, Period, TimeZone } from '@/domain/shared/time';
import { useStrip, type RoomStrip } from './use-strip';

type TargetDayProps = {
  readonly moving: ReservationId;
  /** Where it is now. */
  readonly slot: Period;
  readonly first: RoomStrip;
  /** By id, those that can be chosen. */
  readonly rooms: Readonly<Record<string, { readonly name: string; readonly timeZone: TimeZone }>>;
};

/** The day of the room that is chosen, with the chosen time in it; without scripts, of its own. */
export const TargetDay = ({ moving, slot, first, rooms }: TargetDayProps) => {
  const typed = useWishBoard()?.typed;
  const wanted = {
    roomId: typed?.roomId ?? first.roomId,
    date: typed?.date ?? first.strip.date,
  };
  const { roomId, strip } = useStrip(first, wanted, moving);
  const answer = useClockAnswer(typed, rooms[wanted.roomId]?.timeZone);
  const chosen = answer && !isRefusal(answer.slot) ? answer.slot : slot;
  const room = rooms[roomId];
  const isWanted = roomId === wanted.roomId && strip.date === wanted.date;
  if (!room || !isWanted) return <div className="min-h-11" />;
  const time = (at: Instant) => timeOf(wallClock(at, room.timeZone));
  const to = time(strip.shown.end);
  return (
    <div className="min-h-11">
      <p className="mb-1.5 flex flex-wrap justify-between gap-x-3 text-sub text-ink-3">
        <PageLink href={`/rooms/${roomId}/${strip.date}`} className="link min-w-0 wrap-anywhere">
          {room.name} on {formatDate(strip.date)}
        </PageLink>
        <span>
          {time(strip.shown.start)}–{to === '00:00' ? '24:00' : to}
        </span>
      </p>
      <DayStripBar strip={strip} chosen={chosen} as="wished" />
    </div>
  );
};
