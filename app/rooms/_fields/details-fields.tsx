import { NumberField, TextField } from '@/app/_shared/fields';
import type { RoomDetails } from '@/domain/room/room';

/** What a room is: name, floor, seats, equipment. */
export const DetailsFields = ({ details }: { details?: RoomDetails }) => (
  <div className="grid gap-3 phone:grid-cols-2">
    <TextField name="name" label="Name" required maxLength={60} defaultValue={details?.name} />
    <TextField name="floor" label="Floor" required maxLength={20} defaultValue={details?.floor} />
    <NumberField
      name="capacity"
      label="Seats"
      required
      min={1}
      max={2000}
      defaultValue={details ? String(details.capacity) : undefined}
    />
    <TextField
      name="equipment"
      label="Equipment"
      hint="With commas between: Screen, Video, Whiteboard"
      defaultValue={details?.equipment.join(', ')}
    />
  </div>
);
