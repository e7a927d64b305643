import { MongoServerError, type ClientSession, type MongoClient } from 'mongodb';
import type { Hold, OpenedDay } from '@/domain/room-day/room-day';
import type { Instant } from '@/domain/shared/time';
import type { StreamDocument } from '@/infrastructure/event-store/stream-document';
import { member, type Booking } from '../booking-plan';
import { documentOf, eventOf, growthOf } from './documents';
import type { ByHand } from './store';

const transaction = {
  readConcern: { level: 'snapshot' },
  readPreference: 'primary',
  writeConcern: { w: 'majority', journal: true },
} as const;
const duplicateKey = 11000;

/**
 * One booking as someone would write it with the bare driver: three finds and the writes in one
 * snapshot transaction, the driver's own retry on conflicts. The same reads, documents, guard and
 * overlap check as ours; no command ids looked up, no rules, no general seam.
 */
export const bookByHand = async (
  client: MongoClient,
  store: ByHand,
  booking: Booking,
): Promise<void> => {
  const session = client.startSession();
  try {
    for (;;) {
      try {
        await session.withTransaction(() => book(store, booking, session), transaction);
        return;
      } catch (error) {
        // Two opened the same day at once, which the driver does not take for a conflict.
        if (!(error instanceof MongoServerError) || error.code !== duplicateKey) throw error;
      }
    }
  } finally {
    await session.endSession();
  }
};

const withoutEvents = { messages: 0 } as const;

const book = async (
  { rooms, days, reservations }: ByHand,
  booking: Booking,
  session: ClientSession,
): Promise<void> => {
  const { command, slot, date, day } = booking;
  const { reservationId, roomId } = command;
  const dayId = `${roomId}_${date}`;
  const options = { session, projection: withoutEvents };
  const reservation = await reservations.findOne(
    { streamName: `reservation:${reservationId}` },
    options,
  );
  const room = await rooms.findOne({ streamName: `room:${roomId}` }, options);
  const known = await days.findOne({ streamName: `room_day:${dayId}` }, options);
  if (reservation || room?.projections?.state?.status !== 'open') throw new Error('Not bookable');
  const holds = known ? stateOf(known).holds : [];
  if (holds.some((hold) => hold.start < slot.end && slot.start < hold.end))
    throw new Error('Taken');

  const recordedAt = new Date().toISOString() as Instant;
  const position = Number(known?.metadata.streamPosition ?? 0) + 1;
  const piece = { start: slot.start, end: slot.end };
  const holder = { reservationId, memberId: member.id };
  const roomPosition = Number(room.metadata.streamPosition);
  const granted = { roomId, slot, heldUntil: slot.end, roomPosition };
  const reserved = { ...holder, granted, title: command.title };
  const reservedEvent = eventOf(
    booking,
    recordedAt,
    { streamName: `reservation:${reservationId}`, position: 1, index: 0 },
    { type: 'RoomReserved', data: reserved },
  );
  const held = eventOf(
    booking,
    recordedAt,
    { streamName: `room_day:${dayId}`, position, index: 1 },
    { type: 'SlotHeld', data: { ...holder, piece, ...(known ? {} : { opens: day }) } },
  );
  const remembered = {
    commandId: command.commandId,
    type: command.type,
    actorId: member.id,
    fingerprint: '0123456789abcdef',
    result: { status: 'accepted', answer: { reservationId } },
    positions: { [`reservation:${reservationId}`]: 1, [`room_day:${dayId}`]: position },
  };
  const state = { status: 'reserved', ...reserved, reservedAt: recordedAt };
  await reservations.insertOne(
    documentOf('reservation', reservationId, reservedEvent, state, [remembered]),
    { session },
  );
  const hold: Hold = { ...piece, ...holder, position, heldAt: recordedAt };
  const dayState = { status: 'opened', day, holds: [...holds, hold].sort(byStart) };
  if (known) {
    await days.updateOne(
      { streamName: known.streamName, 'metadata.streamPosition': position - 1 },
      growthOf(dayId, held, position, dayState),
      { session },
    );
  } else {
    await days.insertOne(documentOf('room_day', dayId, held, dayState, []), { session });
    const guarded = { streamName: room.streamName, 'metadata.streamPosition': roomPosition };
    await rooms.updateOne(guarded, { $inc: { 'metadata.guards': 1 } }, { session });
  }
};

const stateOf = (document: Pick<StreamDocument, 'projections'>) =>
  document.projections?.state as unknown as OpenedDay;

const byStart = (a: Hold, b: Hold) => (a.start < b.start ? -1 : 1);
