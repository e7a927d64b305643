import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bookRoom } from '@/domain/commands/book-room';
import { CommandId } from '@/domain/shared/ids';
import { streamDefinitions } from '@/domain/stream-definitions';
import { booking } from '@/domain/testing/commands';
import { ana } from '@/domain/testing/people';
import { wish } from '@/domain/testing/wall';
import { v7 as uuidv7 } from 'uuid';
import { openSubscriptions } from '../event-log/subscription';
import { searchOf } from '../read-models/search';
import { logOf, startSequencer } from '../testing/event-log/logs';
import { newReservationId, newRoom, ofRooms } from '../testing/event-store/rooms';
import { openStore } from '../testing/event-store/toy-store';
import { bringBack, emptyFolder, keep, place } from '../testing/keeping/backups';
import { project, roomsWithLog, rowsAfter } from '../testing/read-models/projections';

test('81: Read models stay out of a backup, with what they hold in plain, and are built anew', async () => {
  const { store, subscriptions } = await roomsWithLog();
  const search = searchOf(store.sealing.openGuarded);
  await project(subscriptions, search);
  const roomId = await newRoom(store);
  const title = await store.sealing.seal(ana.id, 'Interview');
  const told = {
    commandId: CommandId.of(uuidv7()),
    reservationId: newReservationId(),
    roomId,
    title,
  };
  const command = booking(wish('2026-11-24T09:00', '10:00'), told);
  const booked = await store.execute(bookRoom, command, { actor: ana });
  const rows = await (await rowsAfter(subscriptions, search, booked)).find().toArray();
  expect(rows).toMatchObject([{ title: 'Interview' }]);

  const folder = await emptyFolder();
  const manifest = await keep(store, folder);
  expect(manifest.rebuilt).toEqual(['search@1']);
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    const text = String(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    expect(text).not.toMatch(/interview/i);
  }

  const target = await place(
    undefined,
    streamDefinitions.map(({ type }) => type),
  );
  await bringBack(target, folder);
  const restored = await openStore({ ...ofRooms, databaseName: target.databaseName });
  const log = await logOf(restored);
  await startSequencer(log);
  const itsSubscriptions = await openSubscriptions(log);
  const itsSearch = searchOf(restored.sealing.openGuarded);
  await project(itsSubscriptions, itsSearch);
  const itsRows = await rowsAfter(itsSubscriptions, itsSearch, booked);
  expect(await itsRows.find().toArray()).toEqual(rows);
});
