import { Archive, CircleCheck, Construction } from 'lucide-react';
import { Badge } from '@/app/_shared/badge';
import type { Instant } from '@/domain/shared/time';
import type { KnownRoom } from '@/infrastructure/queries/named-rooms';

/** Whether the room can be used, in a word. */
export const RoomStatus = ({ room, now }: { room: KnownRoom; now: Instant }) => {
  if (room.status === 'retired') {
    return (
      <Badge tone="neutral" icon={Archive}>
        Out of use
      </Badge>
    );
  }
  const closed = room.closures.some(({ closed: c }) => c.start <= now && now < c.end);
  return closed ? (
    <Badge tone="amber" icon={Construction}>
      Closed now
    </Badge>
  ) : (
    <Badge tone="accent" icon={CircleCheck}>
      In use
    </Badge>
  );
};
