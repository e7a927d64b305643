import { reservationDefinition, type ReservationEvent } from '@/domain/reservation/reservation';
import { roomDayDefinition, type RoomDayEvent } from '@/domain/room-day/room-day';
import type { Breaks } from './breaks';
import { notHeld } from './holds';
import { piecesDue, piecesHeld, reservedBy, type HeldPiece, type Reserved } from './pieces';
import { streamsNamed, type ProofSource } from './source';
import { onlyEvents, readOr, streamsInBatches, type StreamEvents } from './stream-events';

/**
 * Checks that each reservation that stands holds its slot with the buffer, on all the days it touches.
 * Gives how many stand.
 */
export const checkReservations = async (
  source: ProofSource,
  breaks: Breaks,
  looked: (reservations: number) => void,
): Promise<number> => {
  let [reservations, reserved] = [0, 0];
  const { type } = reservationDefinition;
  for await (const batch of streamsInBatches<ReservationEvent>(source, type)) {
    const found = batch.flatMap(({ streamName: stream, messages }): readonly Due[] => {
      const its = readOr(breaks, stream, undefined, () => reservedBy(messages));
      if (!its) return [];
      const days = readOr(breaks, stream, [], () => piecesDue(its).map(({ day }) => day));
      return [{ stream, reserved: its, days }];
    });
    const held = await heldOnDays(source, found, breaks);
    for (const { stream, reserved: its, days } of found) {
      if (days.length > 0) breaks.add(notHeld(stream, its, (day) => held.get(day) ?? []));
    }
    reserved += found.length;
    looked((reservations += batch.length));
  }
  return reserved;
};

/** A reservation that stands, and the days it should hold something on. */
type Due = {
  readonly stream: string;
  readonly reserved: Reserved;
  readonly days: readonly string[];
};

const heldOnDays = async (
  source: ProofSource,
  found: readonly Due[],
  breaks: Breaks,
): Promise<ReadonlyMap<string, readonly HeldPiece[]>> => {
  const names = [...new Set(found.flatMap(({ days }) => days))];
  const { type } = roomDayDefinition;
  const days = await streamsNamed<StreamEvents<RoomDayEvent>>(source, type, names, onlyEvents);
  return new Map(
    [...days.values()].map(({ streamName, messages }) => [
      streamName,
      readOr(breaks, streamName, [], () => piecesHeld(messages)),
    ]),
  );
};
