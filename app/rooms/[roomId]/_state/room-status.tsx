import { Archive, Construction } from 'lucide-react';
import { Badge } from '@/app/_shared/badge';
import type { Instant, TimeZone } from '@/domain/shared/time';
import type { RoomNow } from '@/infrastructure/queries/room-now';
import { nowWords } from '../../_days/room-words';

type RoomStatusProps = {
  readonly use: RoomNow;
  readonly timeZone: TimeZone;
  readonly now: Instant;
};

/** What someone at the door would find; a badge where the room is not what it is on other days. */
export const RoomStatus = ({ use, timeZone, now }: RoomStatusProps) => {
  const words = nowWords(use, timeZone, now);
  if (use.status === 'retired') {
    return (
      <Badge tone="neutral" icon={Archive}>
        Out of use
      </Badge>
    );
  }
  if (use.status === 'closed' && use.reason !== undefined) {
    return (
      <>
        <Badge tone="amber" icon={Construction}>
          Closed now
        </Badge>
        <span className="text-ink-2">{words}</span>
      </>
    );
  }
  const free = use.status === 'free';
  return (
    <span
      className={`flex items-center gap-2 ${free ? 'font-semibold text-accent-text' : 'text-ink-2'}`}
    >
      {free && <span aria-hidden className="size-1.5 rounded-full bg-accent" />}
      {words}
    </span>
  );
};
