import { v7 as uuidv7 } from 'uuid';
import { addRoom } from '@/domain/commands/add-room';
import { bookRoom } from '@/domain/commands/book-room';
import { weekdays, type OpeningHours } from '@/domain/room/room';
import { CommandId, RoomId } from '@/domain/shared/ids';
import type { LocalTime } from '@/domain/shared/time';
import { streamDefinitions } from '@/domain/stream-definitions';
import {
  createEventStore,
  type RoomlogEventStore,
} from '@/infrastructure/event-store/create-event-store';
import { benchRules, manager, member, timeZone, type Booking } from './booking-plan';
import type { Bench } from './measurement';

/** A store as the app has it, on a database of its own. */
export const openOurs = (bench: Bench, databaseName: string): Promise<RoomlogEventStore> =>
  createEventStore({ client: bench.client, databaseName, definitions: streamDefinitions });

/** Adds a room that is always open. */
export const addBenchRoom = async (store: RoomlogEventStore): Promise<RoomId> => {
  const roomId = RoomId.of(uuidv7());
  const outcome = await store.execute(
    addRoom,
    {
      type: 'AddRoom',
      commandId: CommandId.of(uuidv7()),
      roomId,
      details: { name: 'Bench', floor: 'Ground floor', capacity: 8, equipment: ['Screen'] },
      timeZone,
      openingHours: alwaysOpen,
      rules: benchRules,
    },
    { actor: manager },
  );
  if (outcome.status === 'refused') throw new Error(`No room: ${outcome.refusal.code}`);
  return roomId;
};

const always = [{ from: '00:00' as LocalTime, to: '24:00' as LocalTime }];
const alwaysOpen = Object.fromEntries(
  weekdays.map((day) => [day, always]),
) as unknown as OpeningHours;

/** Books as the app does. Throws when it is refused: every slot of a plan is free. */
export const bookOurs = async (store: RoomlogEventStore, { command }: Booking): Promise<void> => {
  const outcome = await store.execute(bookRoom, command, { actor: member });
  if (outcome.status === 'refused') throw new Error(`Refused: ${outcome.refusal.code}`);
};
