import { NumberField, TextField } from '@/app/_shared/fields';
import type { RoomDetails } from '@/domain/room/room';
import { knownRooms } from '@/infrastructure/queries/named-rooms';
import { equipmentOf } from '../_list/search';
import { SuggestingField } from './suggesting-field';

/** What a room is: name, floor, seats, equipment; floors and equipment of other rooms are offered. */
export const DetailsFields = async ({ details }: { details?: RoomDetails }) => {
  const others = (await knownRooms()).map((room) => room.details);
  return (
    <div className="grid gap-3 phone:grid-cols-2">
      <TextField name="name" label="Name" required maxLength={60} defaultValue={details?.name} />
      <SuggestingField
        name="floor"
        label="Floor"
        required
        maxLength={20}
        defaultValue={details?.floor}
        known={floorsOf(others)}
      />
      <NumberField
        name="capacity"
        label="Seats"
        required
        min={1}
        max={2000}
        defaultValue={details ? String(details.capacity) : undefined}
      />
      <SuggestingField
        name="equipment"
        label="Equipment"
        hint="With commas between: Screen, Video, Whiteboard"
        defaultValue={details?.equipment.join(', ')}
        known={equipmentOf(others)}
        several
      />
    </div>
  );
};

const floorsOf = (rooms: readonly RoomDetails[]) =>
  [...new Set(rooms.map(({ floor }) => floor))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
