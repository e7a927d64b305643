import {
  reservationDefinition,
  reservationStream,
  type ReservationEvent,
} from '@/domain/reservation/reservation';
import { roomDayDefinition, type RoomDayEvent } from '@/domain/room-day/room-day';
import type { LocalDate } from '@/domain/shared/time';
import { streamNameOf } from '../event-store/stream-document';
import type { Breaks } from './breaks';
import { wronglyHeld, type DayHeld } from './holds';
import { Overlaps } from './overlaps';
import { piecesHeld, reservedBy, type Reserved } from './pieces';
import { streamsNamed, type ProofSource } from './source';
import { onlyEvents, readOr, streamsInBatches, type StreamEvents } from './stream-events';

/**
 * Checks what is held on the days of all rooms: no two pieces of a room share an instant, and each is
 * what a reservation that stands should hold there. Gives how many pieces are held.
 */
export const checkDays = async (
  source: ProofSource,
  breaks: Breaks,
  looked: (days: number) => void,
): Promise<number> => {
  const overlaps = new Overlaps();
  let [days, pieces] = [0, 0];
  for await (const batch of streamsInBatches<RoomDayEvent>(source, roomDayDefinition.type)) {
    const held = batch.map(({ streamName: stream, messages }): DayHeld => {
      return { stream, pieces: readOr(breaks, stream, [], () => piecesHeld(messages)) };
    });
    for (const day of held) {
      const { room, date } = placeOf(day.stream);
      breaks.add(readOr(breaks, day.stream, [], () => overlaps.take(room, date, day)));
      pieces += day.pieces.length;
    }
    const reserved = await reservedBehind(source, held, breaks);
    for (const day of held) {
      const found = readOr(breaks, day.stream, [], () =>
        wronglyHeld(day, (id) => reserved.get(streamNameOf(reservationStream(id)))),
      );
      breaks.add(found);
    }
    looked((days += batch.length));
  }
  return pieces;
};

const dateLength = 'yyyy-mm-dd'.length;

const placeOf = (stream: string) => ({
  room: stream.slice(0, -dateLength),
  date: stream.slice(-dateLength) as LocalDate,
});

/** The reservations behind these pieces that stand, by stream name. */
const reservedBehind = async (
  source: ProofSource,
  days: readonly DayHeld[],
  breaks: Breaks,
): Promise<ReadonlyMap<string, Reserved>> => {
  const ids = new Set(days.flatMap(({ pieces }) => pieces.map((held) => held.reservationId)));
  const names = [...ids].map((id) => streamNameOf(reservationStream(id)));
  const { type } = reservationDefinition;
  const found = await streamsNamed<StreamEvents<ReservationEvent>>(source, type, names, onlyEvents);
  return new Map(
    [...found.values()].flatMap(({ streamName, messages }) => {
      const reserved = readOr(breaks, streamName, undefined, () => reservedBy(messages));
      return reserved ? [[streamName, reserved] as const] : [];
    }),
  );
};
