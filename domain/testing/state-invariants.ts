import type { Reservation, ReservedReservation } from '@/domain/reservation/reservation';
import { holdsOf, type RoomDay } from '@/domain/room-day/room-day';
import { roomStream, type Room } from '@/domain/room/room';
import type { ClosureId, RoomId } from '@/domain/shared/ids';
import type { Instant, LocalDate, Period } from '@/domain/shared/time';
import { ExpectationFailed, expectSame } from './expectation-failed';
import { foldedAnew, type Streams } from './streams';
import { cut, dayAt } from './wall';

/** When each closure that was ever made was made. */
export type MadeAt = ReadonlyMap<ClosureId, Instant>;

/**
 * What must hold after every accepted command, worked out without the domain's own arithmetic: no
 * two reservations of a room, and no two holds over all its days, share an instant; the pieces on
 * the days are exactly the reservations with their buffers; each day lasts as long as its date;
 * nobody is inside a closure made before they ended, or in a retired room.
 */
export const assertRoomIsSound = (streams: Streams, roomId: RoomId, madeAt: MadeAt) => {
  const reserved = reservedIn(streams, roomId);
  const stored = storedPieces(streams, roomId);
  const held = reserved.map(({ granted }) => ({
    start: granted.slot.start,
    end: granted.heldUntil,
  }));
  assertNoOverlap(held, `Reservations of ${roomId} overlap`, streams);
  assertNoOverlap(
    stored.map(({ piece }) => piece),
    `Holds of ${roomId} overlap`,
    streams,
  );
  const [actual, expected] = [stored, reserved.flatMap(piecesOf)].map((pieces) =>
    pieces.map((piece) => JSON.stringify(piece)).sort(),
  );
  expectSame(`The days of ${roomId} do not match its reservations`, actual, expected, streams);
  assertDayBounds(streams, roomId);
  assertNobodyInside(streams, roomId, reserved, madeAt);
};

/** The state of every stream is what its events fold to, also when they come as JSON. */
export const assertStatesAreFolds = (streams: Streams) => {
  for (const stream of streams.all) {
    expectSame(`${stream.name} is not its fold`, stream.state, foldedAnew(stream), streams);
    const events = JSON.parse(JSON.stringify(stream.events)) as typeof stream.events;
    const read = foldedAnew({ ...stream, events });
    expectSame(`${stream.name} reads otherwise`, stream.state, read, streams);
  }
};

const reservedIn = (streams: Streams, roomId: RoomId): readonly ReservedReservation[] =>
  streams.all.flatMap(({ ref, state }) => {
    if (ref.type !== 'reservation') return [];
    const reservation = state as Reservation;
    const here = reservation.status === 'reserved' && reservation.granted.roomId === roomId;
    return here ? [reservation] : [];
  });

const piecesOf = ({ reservationId, memberId, granted }: ReservedReservation) =>
  cut({ start: granted.slot.start, end: granted.heldUntil }, granted.slot.timeZone).map(
    ({ date, piece: { start, end } }) => ({ date, reservationId, memberId, piece: { start, end } }),
  );

const storedPieces = (streams: Streams, roomId: RoomId): ReturnType<typeof piecesOf> =>
  daysOf(streams, roomId).flatMap(({ date, state }) =>
    holdsOf(state).map(({ reservationId, memberId, start, end }) => {
      return { date, reservationId, memberId, piece: { start, end } };
    }),
  );

const assertDayBounds = (streams: Streams, roomId: RoomId) => {
  const room = streams.one(roomStream(roomId)).state as Room;
  if (room.status === 'unknown') return;
  for (const { date, state } of daysOf(streams, roomId)) {
    const bounds = state.status === 'opened' ? state.day : undefined;
    expectSame(`${date} lasts otherwise`, bounds, dayAt(date, room.timeZone), streams);
  }
};

const daysOf = (streams: Streams, roomId: RoomId) =>
  streams
    .range({ type: 'room_day', fromId: `${roomId}_`, toId: `${roomId}_9999-12-31` })
    .map(({ ref, state }) => ({ date: ref.id.slice(-10) as LocalDate, state: state as RoomDay }));

const assertNoOverlap = (periods: readonly Period[], what: string, streams: Streams) => {
  const inOrder = [...periods].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  for (const [n, period] of inOrder.entries()) {
    const before = inOrder[n - 1];
    if (before && Date.parse(before.end) > Date.parse(period.start)) {
      throw new ExpectationFailed(what, [before, period], 'no overlap', streams);
    }
  }
};

const assertNobodyInside = (
  streams: Streams,
  roomId: RoomId,
  reserved: readonly ReservedReservation[],
  madeAt: MadeAt,
) => {
  const room = streams.one(roomStream(roomId)).state as Room;
  if (room.status === 'unknown') return;
  for (const { reservationId, granted } of reserved) {
    const { start, end } = granted.slot;
    const inside = room.closures.filter(
      ({ closureId, closed }) =>
        start < closed.end && closed.start < end && end > (madeAt.get(closureId) ?? ''),
    );
    const what = `${reservationId} is reserved inside a closure`;
    expectSame(what, inside, [], streams);
    const still = room.status === 'retired' && end > room.retiredAt;
    expectSame(`${reservationId} is reserved in a retired room`, still, false, streams);
  }
};
