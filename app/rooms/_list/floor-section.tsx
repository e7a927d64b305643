import { formatFloor } from '@/app/_shared/format';
import type { ListedRoom } from '@/infrastructure/queries/rooms';
import { AxisLabels } from './axis-labels';
import { columns } from './columns';
import { RoomRow, type ListProps } from './room-row';

type FloorSectionProps = ListProps & {
  /** The floor, or what else these rooms share. */
  readonly floor: string;
  readonly rooms: readonly ListedRoom[];
};

/** The rooms of one floor. */
export const FloorSection = ({ floor, rooms, ...list }: FloorSectionProps) => {
  const name = formatFloor(floor);
  const heading = name.charAt(0).toUpperCase() + name.slice(1);
  return (
    <section aria-label={heading}>
      <div className={`border-y border-line bg-canvas py-1 ${columns}`}>
        <h2 className="text-sub font-semibold wrap-anywhere max-desk:col-span-2">{heading}</h2>
        <span className="max-desk:hidden" />
        <div className="max-desk:col-span-2">
          <AxisLabels axis={list.axis} />
        </div>
      </div>
      <ul className="divide-y divide-line">
        {rooms.map((room) => (
          <RoomRow key={room.roomId} room={room} {...list} />
        ))}
      </ul>
    </section>
  );
};
