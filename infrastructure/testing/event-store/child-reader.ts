import { createEventStore } from '@/infrastructure/event-store/create-event-store';
import { tally, toyDefinitions } from './toy-streams';

// Another process with a store of its own: tells where a stream stands whenever it is asked for one.
const [connectionString = '', databaseName] = process.argv.slice(2);
const store = await createEventStore({
  connectionString,
  definitions: toyDefinitions,
  ...(databaseName && { databaseName }),
});
process.on('message', (id: string) => {
  void store.readWhole(tally(id)).then(({ position }) => process.send?.(position));
});
process.send?.('ready');
