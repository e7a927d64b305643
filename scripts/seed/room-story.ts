import { Temporal } from 'temporal-polyfill';
import { addRoom } from '@/domain/commands/add-room';
import { changeBookingRules } from '@/domain/commands/change-booking-rules';
import { changeRoomDetails } from '@/domain/commands/change-room-details';
import { closeRoom } from '@/domain/commands/close-room';
import { reinstateRoom } from '@/domain/commands/reinstate-room';
import { retireRoom } from '@/domain/commands/retire-room';
import type { Actor } from '@/domain/shared/actor';
import { ClosureId, CommandId, MemberId, RoomId } from '@/domain/shared/ids';
import type { LocalDateTime, TimeZone } from '@/domain/shared/time';
import type { Random } from './random';
import type { DemoRoom } from './rooms';
import { step, type Step } from './step';

export const day = 86_400_000;
const hour = 3_600_000;

const clara: Actor = { id: MemberId.of('clara.weiss'), role: 'manager' };
const hugo: Actor = { id: MemberId.of('hugo.marin'), role: 'manager' };

/** A room of the demo with the id it got. */
export type PlacedRoom = DemoRoom & { readonly roomId: RoomId };

/** Gives each room an id. */
export const placeRooms = (rooms: readonly DemoRoom[], random: Random, at: number) =>
  rooms.map((room): PlacedRoom => ({ ...room, roomId: RoomId.of(random.id(at)) }));

/** How the rooms came to be and what happened to them; `now` in ms since 1970. */
export const roomSteps = (
  rooms: readonly PlacedRoom[],
  random: Random,
  now: number,
): readonly Step[] => {
  const added = now - 26 * day;
  const commandId = (at: number) => CommandId.of(random.id(at));
  const named = (name: string) => {
    const room = rooms.find(({ details }) => details.name === name);
    if (!room) throw new Error(`The demo has no room ${name}`);
    return room;
  };
  const maintenance = (name: string, daysFromNow: number, decidedAt: number, reason: string) => {
    const { roomId, timeZone } = named(name);
    const on = workdayNear(now, timeZone, daysFromNow);
    const startsAt = `${on}T12:00` as LocalDateTime;
    const endsAt = `${on}T14:00` as LocalDateTime;
    const closureId = ClosureId.of(random.id(decidedAt));
    const wish = { startsAt, endsAt };
    const ids = { commandId: commandId(decidedAt), roomId, closureId };
    const command = { type: 'CloseRoom', ...ids, wish, reason, cancelThem: true } as const;
    return step(decidedAt, clara, roomId, closeRoom, command);
  };
  const { roomId: atlas, rules } = named('Atlas');
  const { roomId: lumen } = named('Lumen');
  const { roomId: boreal } = named('Boreal');
  return [
    ...rooms.map(({ roomId, details, timeZone, openingHours, rules: own }, i) => {
      const at = added + i * 90_000;
      const first = roomId === atlas ? { ...own, bufferMinutes: 0 } : own;
      const ids = { commandId: commandId(at), roomId };
      const command = {
        type: 'AddRoom',
        ...ids,
        details,
        timeZone,
        openingHours,
        rules: first,
      } as const;
      return step(at, clara, roomId, addRoom, command);
    }),
    step(now - 12 * day, hugo, atlas, changeBookingRules, {
      type: 'ChangeBookingRules',
      commandId: commandId(now - 12 * day),
      roomId: atlas,
      rules,
    }),
    step(now - 9 * day, clara, boreal, changeRoomDetails, {
      type: 'ChangeRoomDetails',
      commandId: commandId(now - 9 * day),
      roomId: boreal,
      changed: { equipment: ['Screen', 'Video', 'Whiteboard'] },
    }),
    step(now - 6 * day, hugo, lumen, retireRoom, {
      type: 'RetireRoom',
      commandId: commandId(now - 6 * day),
      roomId: lumen,
      cancelThem: true,
    }),
    step(now - 5 * day, hugo, lumen, reinstateRoom, {
      type: 'ReinstateRoom',
      commandId: commandId(now - 5 * day),
      roomId: lumen,
    }),
    maintenance('Ember', -4, now - 8 * day, 'The air conditioning is serviced'),
    maintenance('Harbor', 2, now - 3 * hour, 'New telephone'),
    maintenance('Juniper', 5, now - 2 * day, 'Floor polish'),
  ];
};

/** The working day that lies so many days from now, or the next one after it. */
const workdayNear = (now: number, timeZone: TimeZone, days: number): string => {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  let date = zoned.toPlainDate().add({ days });
  while (date.dayOfWeek > 5) date = date.add({ days: 1 });
  return date.toString();
};
