import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reservationStream } from '@/domain/reservation/reservation';
import { wish } from '@/domain/testing/wall';
import {
  book,
  newReservationId,
  newRoom,
  ofRooms,
} from '@/infrastructure/testing/event-store/rooms';
import { openStore } from '@/infrastructure/testing/event-store/toy-store';
import { documentOf, pathsIn } from '@/infrastructure/testing/proof/tampering';

const shown = (): unknown => {
  const [, json = ''] =
    /```json\n([\s\S]*?)\n```/.exec(readFileSync('docs/walkthrough.md', 'utf8')) ?? [];
  return JSON.parse(json);
};

/** Names of streams are keys in `positions`. */
const fieldsOf = (document: unknown) =>
  [...new Set(pathsIn(document).map((path) => path.replace(/(positions)\..*/, '$1')))].toSorted();

test('The document in the walkthrough has the fields that a booking leaves', async () => {
  const store = await openStore(ofRooms);
  const id = newReservationId();
  await book(store, await newRoom(store), wish('2026-11-24T10:00', '11:00'), id);
  const { _id, ...left } = (await documentOf(store, reservationStream(id))) as unknown as {
    readonly _id: unknown;
  };
  expect(_id).toBeDefined();
  expect(fieldsOf(shown())).toEqual(fieldsOf(JSON.parse(JSON.stringify(left))));
});
