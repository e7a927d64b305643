import { expect, test } from 'vitest';
import { streamDefinitions } from '@/domain/stream-definitions';
import { ReservationId } from '@/domain/shared/ids';
import { wish } from '@/domain/testing/wall';
import { book, cancel, newRoom, ofRooms, restore } from '../testing/event-store/rooms';
import { openStore } from '../testing/event-store/toy-store';
import { bringBack, emptyFolder, keep, place } from '../testing/keeping/backups';
import { exported, imported } from '../testing/keeping/exports';
import { matching } from '../testing/matching';
import { breaksIn, proved } from '../testing/proof/proved';
import { eventsIn, logWritten, writtenStore } from '../testing/proof/written-store';

const types = streamDefinitions.map(({ type }) => type);

/** A store in which everything was done that is done to rooms, restored from a backup. */
const restoredStore = async () => {
  const { store } = await writtenStore();
  const folder = await emptyFolder();
  await keep(store, folder);
  const target = await place(undefined, types);
  await bringBack(target, folder);
  return { store, restored: await openStore({ ...ofRooms, databaseName: target.databaseName }) };
};

test('81: A restored store is proved as it is, and after it went on', async () => {
  const { store, restored } = await restoredStore();
  const [{ at: _, head: kept, ...before }, { at: __, head, ...after }] = [
    await proved(store),
    await proved(restored),
  ];
  expect(after).toEqual(before);
  expect(after).toMatchObject({ breaks: [], entries: await eventsIn(store) });
  expect(head).toEqual({ ...kept, generation: head?.generation });
  const room = await newRoom(restored);
  await book(restored, room, wish('2026-11-24T09:00', '10:00'));
  await logWritten(restored);
  const goneOn = await proved(restored);
  expect(goneOn).toMatchObject({ breaks: [], entries: await eventsIn(restored) });
  expect(goneOn.entries).toBe(before.entries + 3);
});

test('A head that was kept before can be compared with a restored store, also when it was restored twice', async () => {
  const { store, restored } = await restoredStore();
  const { head } = await proved(store);
  const room = await newRoom(restored);
  await logWritten(restored);
  const { head: middle } = await proved(restored);
  const folder = await emptyFolder();
  await keep(restored, folder);
  const target = await place(undefined, types);
  await bringBack(target, folder);
  const again = await openStore({ ...ofRooms, databaseName: target.databaseName });
  await book(again, room, wish('2026-11-24T09:00', '10:00'));
  await logWritten(again);
  const { head: last } = await proved(again);
  for (const kept of [head, middle, last]) expect(await breaksIn(again, kept)).toEqual([]);
  await book(restored, room, wish('2026-11-24T11:00', '12:00'));
  await logWritten(restored);
  const { head: beyond } = await proved(restored);
  expect(await breaksIn(again, beyond)).toMatchObject([
    {
      kind: 'head',
      what: `the log was restored as it was at ${middle?.position}: what came after is not in it`,
    },
  ]);
  const changed = head && {
    ...head,
    hash: head.hash.replace(/^./, head.hash.startsWith('A') ? 'B' : 'A'),
  };
  expect(await breaksIn(again, changed)).toMatchObject([
    { kind: 'head', what: matching(/was changed/) },
  ]);
});

test('A store that was imported whole is proved like the one it came from', async () => {
  const { store, restored } = await writtenStore();
  const target = await openStore(ofRooms);
  await imported(target, await exported(store, types), streamDefinitions);
  await logWritten(target);
  const { at: _, head: __, persons, unreadable, ...before } = await proved(store);
  expect(before).toMatchObject({ breaks: [], behind: { events: 0 } });
  expect({ persons, unreadable }).toEqual({ persons: 1, unreadable: 0 });
  const withoutKeys = await proved(target, undefined, true);
  expect(withoutKeys).toMatchObject({ ...before, persons: 0, unreadable: before.texts });
  await cancel(store, ReservationId.of(restored.id));
  await imported(target, await exported(store, types), streamDefinitions);
  await restore(target, ReservationId.of(restored.id));
  await logWritten(target);
  expect(await proved(target, undefined, true)).toMatchObject({
    breaks: [],
    behind: { events: 0 },
  });
});
