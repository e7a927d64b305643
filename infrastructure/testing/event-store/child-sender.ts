import { createEventStore } from '@/infrastructure/event-store/create-event-store';
import { ReservationId, RoomId } from '@/domain/shared/ids';
import type { Wish } from '@/domain/shared/time';
import { book, move, ofRooms } from './rooms';

/** Another process that sends one command, and may be killed before it hears the answer. */
export type SenderTask = {
  readonly does: 'book' | 'move';
  readonly reservationId: string;
  readonly roomId: string;
  readonly wish: Wish;
};

const [connectionString = '', databaseName = ''] = process.argv.slice(2);
const store = await createEventStore({ connectionString, databaseName, ...ofRooms });

process.on('message', ({ does, reservationId, roomId, wish }: SenderTask) => {
  const [reservation, room] = [ReservationId.of(reservationId), RoomId.of(roomId)];
  const sending =
    does === 'book' ? book(store, room, wish, reservation) : move(store, reservation, room, wish);
  void sending.then((outcome) => process.send?.(outcome));
});
process.send?.('ready');
