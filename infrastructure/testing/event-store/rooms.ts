import { v7 as uuidv7 } from 'uuid';
import { addRoom } from '@/domain/commands/add-room';
import { bookRoom } from '@/domain/commands/book-room';
import { cancelReservation } from '@/domain/commands/cancel-reservation';
import { closeRoom } from '@/domain/commands/close-room';
import { moveReservation } from '@/domain/commands/move-reservation';
import { restoreReservation } from '@/domain/commands/restore-reservation';
import { retireRoom } from '@/domain/commands/retire-room';
import type { ReservedReservation } from '@/domain/reservation/reservation';
import { dateOfDay, holdsOf, roomDaysStored } from '@/domain/room-day/room-day';
import { defaultRules, roomStream, type BookingRules } from '@/domain/room/room';
import { ClosureId, CommandId, ReservationId, RoomId } from '@/domain/shared/ids';
import { overlaps } from '@/domain/shared/instants';
import type { LocalDate, Period, Wish } from '@/domain/shared/time';
import { streamDefinitions } from '@/domain/stream-definitions';
import {
  adding,
  booking,
  cancelling,
  closing,
  moving,
  restoring,
  retiring,
} from '@/domain/testing/commands';
import { ana, clara, now } from '@/domain/testing/people';
import { cut } from '@/domain/testing/wall';
import type { RoomlogEventStore } from '@/infrastructure/event-store/create-event-store';

const roomsClock = () => Date.parse(now);

/** Options of a store of rooms, at the fixed time of the domain's tests: a Friday in November, 09:00. */
export const ofRooms = { definitions: streamDefinitions, clock: roomsClock };

type Store = Pick<RoomlogEventStore, 'execute'>;
const sending = () => ({ commandId: CommandId.of(uuidv7()) });
const manager = { actor: clara };

export const newReservationId = () => ReservationId.of(uuidv7());

/** A room that is always open, with the default rules unless told otherwise. */
export const newRoom = async (store: Store, rules: Partial<BookingRules> = {}) => {
  const roomId = RoomId.of(uuidv7());
  const told = { ...sending(), roomId, rules: { ...defaultRules, ...rules } };
  await store.execute(addRoom, adding(told), manager);
  return roomId;
};

export const book = async (
  store: Store & Pick<RoomlogEventStore, 'sealing'>,
  roomId: RoomId,
  wish: Wish,
  reservationId = newReservationId(),
  actor = ana,
) => {
  const title = await store.sealing.seal(actor.id, 'Standup');
  const told = { ...sending(), roomId, reservationId, title };
  return store.execute(bookRoom, booking(wish, told), { actor });
};

export const move = (store: Store, reservationId: ReservationId, roomId: RoomId, wish: Wish) =>
  store.execute(moveReservation, moving(wish, { ...sending(), reservationId, roomId }), {
    actor: ana,
  });

export const cancel = (store: Store, reservationId: ReservationId) =>
  store.execute(cancelReservation, { ...cancelling(reservationId), ...sending() }, { actor: ana });

export const restore = (store: Store, reservationId: ReservationId) =>
  store.execute(restoreReservation, { ...restoring(reservationId), ...sending() }, { actor: ana });

export const close = (store: Store, roomId: RoomId, wish: Wish, cancelThem = false) => {
  const told = { ...sending(), roomId, closureId: ClosureId.of(uuidv7()), cancelThem };
  return store.execute(closeRoom, closing(wish, told), manager);
};

export const retire = (store: Store, roomId: RoomId, cancelThem = false) =>
  store.execute(retireRoom, retiring({ ...sending(), roomId, cancelThem }), manager);

/**
 * What is wrong with a room: reserved where it is closed or retired, two reservations at one time or
 * in the buffer of another, a piece of a slot without its hold on that day or a hold without its slot,
 * a state that is not the fold of its events.
 */
export const wrongsOf = async (store: RoomlogEventStore, roomId: RoomId) => {
  const wrongs: string[] = [];
  const room = await store.readWhole(roomStream(roomId));
  const reserved = await reservedIn(store, roomId);
  const days = await store.readRange(
    roomDaysStored(roomId, date('0000-01-01'), date('9999-12-31')),
  );
  for (const { reservationId, granted } of reserved) {
    const name = `${reservationId} ${granted.slot.startsAt}`;
    if (room.state.status === 'retired') wrongs.push(`${name} is in a retired room`);
    const closures = room.state.status === 'unknown' ? [] : room.state.closures;
    if (closures.some(({ closed }) => overlaps(closed, granted.slot))) {
      wrongs.push(`${name} is in a closed period`);
    }
    const others = reserved.filter((other) => other.reservationId !== reservationId);
    if (others.some((other) => overlaps(heldBy(other), heldBy({ granted })))) {
      wrongs.push(`${name} overlaps another`);
    }
  }
  const held = days.flatMap(({ ref, state }) =>
    holdsOf(state).map((hold) => `${dateOfDay(ref)} ${hold.reservationId} ${spanOf(hold)}`),
  );
  const granted = reserved.flatMap(({ reservationId, granted: { slot, heldUntil } }) =>
    cut({ start: slot.start, end: heldUntil }, slot.timeZone).map(
      ({ date, piece }) => `${date} ${reservationId} ${spanOf(piece)}`,
    ),
  );
  if (String(held.sort()) !== String(granted.sort())) wrongs.push('Holds and slots differ');
  for (const { ref } of [room, ...days]) {
    if (!(await store.readWhole(ref)).foldMatches) wrongs.push(`${ref.id} is not what it folds to`);
  }
  return wrongs;
};

export const reservedIn = async (store: RoomlogEventStore, roomId: RoomId) => {
  const filter = {
    'projections.state.granted.roomId': roomId,
    'projections.state.status': 'reserved',
  };
  const found = await store.collectionOf('reservation').find(filter).toArray();
  return found.map(({ projections }) => projections?.state as unknown as ReservedReservation);
};

/** A reservation's own time with its buffer. */
const heldBy = ({
  granted: { slot, heldUntil },
}: Pick<ReservedReservation, 'granted'>): Period => ({
  start: slot.start,
  end: heldUntil,
});

const date = (text: string) => text as LocalDate;
const spanOf = ({ start, end }: Period) => `${start}/${end}`;
