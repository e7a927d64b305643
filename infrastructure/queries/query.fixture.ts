import { v7 } from 'uuid';
import { addRoom } from '@/domain/commands/add-room';
import { bookRoom } from '@/domain/commands/book-room';
import { cancelReservation } from '@/domain/commands/cancel-reservation';
import { defaultRules, type OpeningWindow } from '@/domain/room/room';
import type { Actor } from '@/domain/shared/actor';
import { CommandId, MemberId, ReservationId, RoomId } from '@/domain/shared/ids';
import type { Instant, LocalDateTime, LocalTime, TimeZone } from '@/domain/shared/time';
import { execute } from '../execute';
import { sealFor } from '../sealing';

export const ana: Actor = { id: MemberId.of('ana.ruiz'), role: 'member' };
export const ben: Actor = { id: MemberId.of('ben.okafor'), role: 'member' };
export const clara: Actor = { id: MemberId.of('clara.weiss'), role: 'manager' };

/** A week ahead, in rooms that are always open: what is booked there does not depend on the hour. */
export const date = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

/** A moment on that date; the rooms are on UTC. */
export const at = (time: string) => `${date}T${time}:00.000Z` as Instant;

export const wish = (from: string, to: string) => ({
  startsAt: `${date}T${from}` as LocalDateTime,
  endsAt: `${date}T${to}` as LocalDateTime,
});

const allDay: readonly OpeningWindow[] = [{ from: '00:00' as LocalTime, to: '24:00' as LocalTime }];

const anotherCommand = () => CommandId.of(v7());

/** Adds a room with so many seats. */
export const roomAdded = async (name: string, capacity = 8): Promise<RoomId> => {
  const roomId = RoomId.of(v7());
  const outcome = await execute(
    addRoom,
    {
      type: 'AddRoom',
      commandId: anotherCommand(),
      roomId,
      details: { name, floor: '1', capacity, equipment: [] },
      timeZone: 'UTC' as TimeZone,
      openingHours: {
        ...{ mon: allDay, tue: allDay, wed: allDay, thu: allDay },
        ...{ fri: allDay, sat: allDay, sun: allDay },
      },
      rules: defaultRules,
    },
    { actor: clara },
  );
  if (outcome.status === 'refused') throw new Error(outcome.refusal.code);
  return roomId;
};

/** Sends a booking; it may be refused. */
export const booking = async (
  actor: Actor,
  roomId: RoomId,
  wished: ReturnType<typeof wish>,
  title = 'Design review',
) => {
  const reservationId = ReservationId.of(v7());
  const outcome = await execute(
    bookRoom,
    {
      type: 'BookRoom',
      commandId: anotherCommand(),
      reservationId,
      roomId,
      wish: wished,
      title: await sealFor(actor.id, title),
    },
    { actor },
  );
  return { reservationId, outcome };
};

/** Books what must be free. */
export const booked = async (...asked: Parameters<typeof booking>): Promise<ReservationId> => {
  const { reservationId, outcome } = await booking(...asked);
  if (outcome.status === 'refused') throw new Error(outcome.refusal.code);
  return reservationId;
};

/** Cancels a reservation. */
export const cancelled = async (actor: Actor, reservationId: ReservationId): Promise<void> => {
  const command = {
    type: 'CancelReservation',
    commandId: anotherCommand(),
    reservationId,
  } as const;
  const outcome = await execute(cancelReservation, command, { actor });
  if (outcome.status === 'refused') throw new Error(outcome.refusal.code);
};
