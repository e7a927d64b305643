import { createEventStore } from '@/infrastructure/event-store/create-event-store';
import { RoomId } from '@/domain/shared/ids';
import type { Wish } from '@/domain/shared/time';
import { book, ofRooms } from './rooms';

/** Another process with clients of its own: each books its wishes one after another, all at once. */
export type BookerTask = {
  readonly roomId: string;
  readonly clients: readonly (readonly Wish[])[];
};

const [connectionString = '', databaseName = ''] = process.argv.slice(2);
const store = await createEventStore({ connectionString, databaseName, ...ofRooms });

const bookAll = async ({ roomId, clients }: BookerTask) => {
  const codes: string[] = [];
  await Promise.all(
    clients.map(async (wishes) => {
      for (const wish of wishes) {
        const outcome = await book(store, RoomId.of(roomId), wish);
        codes.push(outcome.status === 'accepted' ? 'accepted' : outcome.refusal.code);
      }
    }),
  );
  return codes;
};

process.on('message', (task: BookerTask) => {
  void bookAll(task).then((codes) => process.send?.(codes));
});
process.send?.('ready');
