import { v7 as uuidv7 } from 'uuid';
import { addRoom } from '@/domain/commands/add-room';
import { bookRoom } from '@/domain/commands/book-room';
import { cancelReservation } from '@/domain/commands/cancel-reservation';
import { changeBookingRules } from '@/domain/commands/change-booking-rules';
import { changeOpeningHours } from '@/domain/commands/change-opening-hours';
import { changeReservationDetails } from '@/domain/commands/change-reservation-details';
import { changeRoomDetails } from '@/domain/commands/change-room-details';
import { closeRoom } from '@/domain/commands/close-room';
import { moveReservation } from '@/domain/commands/move-reservation';
import { reinstateRoom } from '@/domain/commands/reinstate-room';
import { reopenRoom } from '@/domain/commands/reopen-room';
import { restoreReservation } from '@/domain/commands/restore-reservation';
import { retireRoom } from '@/domain/commands/retire-room';
import { defaultRules } from '@/domain/room/room';
import type { Actor } from '@/domain/shared/actor';
import type { Answer, Command, CommandDefinition, StreamSet } from '@/domain/shared/command';
import { ClosureId, CommandId, ReservationId, RoomId } from '@/domain/shared/ids';
import { ana, ben, clara } from '@/domain/testing/people';
import { always, daily, details, hours } from '@/domain/testing/room-stories';
import { wish, zurich } from '@/domain/testing/wall';
import type { RoomlogEventStore } from '@/infrastructure/event-store/create-event-store';

/** What time it is in the story, in ms since 1970. */
export type StoryClock = { now: number };

/** The story begins on a Monday morning in November. */
export const storyClock = (): StoryClock => ({ now: Date.parse('2026-11-02T08:00:00.000Z') });

const hour = 3_600_000;

/**
 * What happened in two rooms in one November, as real commands on an empty store: every event there
 * is, with each field that may be missing at least once. A new event or field has its place in here.
 * Throws when a command is refused that should not be.
 *
 * @param clock the store's clock, which this moves on
 */
export async function tellStory(store: RoomlogEventStore, clock: StoryClock): Promise<void> {
  const { seal } = store.sealing;
  const sendingAs = (actor: Actor) => sending(store, clock, actor);
  const [asAna, asBen, asClara] = [sendingAs(ana), sendingAs(ben), sendingAs(clara)];
  const [roomId, boreal] = [RoomId.of(uuidv7()), RoomId.of(uuidv7())];
  const added = { details, timeZone: zurich, rules: defaultRules };
  await asClara(addRoom, { ...added, roomId, openingHours: daily(hours('08:00', '18:00')) });
  await asClara(addRoom, { ...added, roomId: boreal, openingHours: always });
  await asClara(changeRoomDetails, { roomId, changed: { name: 'Atlas', capacity: 12 } });
  await asClara(changeRoomDetails, {
    roomId,
    changed: { floor: '2', equipment: ['board', 'screen'] },
  });
  await asClara(changeOpeningHours, { roomId, openingHours: always });
  await asClara(changeBookingRules, { roomId, rules: { ...defaultRules, bufferMinutes: 15 } });

  const reservationId = ReservationId.of(uuidv7());
  const overMidnight = wish('2026-11-10T22:00', '2026-11-11T01:00');
  const title = await seal(ana.id, 'Night of the long tables');
  const note = await seal(ana.id, 'Bring a lamp');
  await asAna(bookRoom, { reservationId, roomId, wish: overMidnight, title, note });
  await asBen(bookRoom, {
    reservationId: ReservationId.of(uuidv7()),
    roomId,
    wish: wish('2026-11-10T23:30', '23:45'),
    title: await seal(ben.id, 'Only a quarter'),
  });
  await asAna(changeReservationDetails, {
    reservationId,
    title: await seal(ana.id, 'Night of the short tables'),
    note: await seal(ana.id, 'Bring two lamps'),
  });
  await asAna(changeReservationDetails, { reservationId, note: null });
  await asAna(moveReservation, {
    reservationId,
    roomId: boreal,
    wish: wish('2026-11-12T09:00', '10:30'),
  });
  await asAna(cancelReservation, { reservationId });
  await asAna(restoreReservation, { reservationId });

  const [closureId, closed] = [ClosureId.of(uuidv7()), wish('2026-11-13T08:00', '18:00')];
  await asBen(bookRoom, {
    reservationId: ReservationId.of(uuidv7()),
    roomId,
    wish: wish('2026-11-13T11:00', '12:00'),
    title: await seal(ben.id, 'Planning'),
  });
  await asClara(closeRoom, {
    roomId,
    closureId,
    wish: closed,
    reason: 'New floor',
    cancelThem: true,
  });
  await asClara(reopenRoom, { roomId, closureId });
  await asClara(retireRoom, { roomId, cancelThem: false });
  await asClara(reinstateRoom, { roomId });
}

/** Sends commands of one person, an hour apart. A refusal that is kept is part of the story, no other. */
const sending =
  (store: RoomlogEventStore, clock: StoryClock, actor: Actor) =>
  async <C extends Command, S extends StreamSet, A extends Answer>(
    definition: CommandDefinition<C, S, A>,
    asked: Omit<C, keyof Command>,
  ): Promise<void> => {
    clock.now += hour;
    const command = { ...asked, type: definition.type, commandId: CommandId.of(uuidv7()) };
    const outcome = await store.execute(definition, command as unknown as C, { actor });
    if (outcome.status === 'refused' && !outcome.kept) {
      throw new Error(`${definition.type} was refused: ${outcome.refusal.code}`);
    }
  };
