import { formatFloor } from '@/app/_shared/format';
import type { Instant } from '@/domain/shared/time';
import type { Floor } from '@/infrastructure/queries/rooms';
import { AxisLabels } from './axis-labels';
import { columns } from './columns';
import { RoomRow } from './room-row';
import type { StripAxis } from './strip-axis';

type FloorSectionProps = { readonly floor: Floor; readonly axis: StripAxis; readonly now: Instant };

/** The rooms of one floor. */
export const FloorSection = ({ floor: { floor, rooms }, axis, now }: FloorSectionProps) => {
  const name = formatFloor(floor);
  const heading = name.charAt(0).toUpperCase() + name.slice(1);
  return (
    <section aria-label={heading}>
      <div className={`border-y border-line bg-canvas py-1 ${columns}`}>
        <h2 className="text-sub font-semibold">{heading}</h2>
        <span className="max-desk:hidden" />
        <AxisLabels axis={axis} />
      </div>
      <ul className="divide-y divide-line">
        {rooms.map((room) => (
          <RoomRow key={room.roomId} room={room} axis={axis} now={now} />
        ))}
      </ul>
    </section>
  );
};
