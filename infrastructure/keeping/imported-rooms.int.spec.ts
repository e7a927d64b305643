import { expect, test } from 'vitest';
import { bookRoom } from '@/domain/commands/book-room';
import { reservationStream } from '@/domain/reservation/reservation';
import { CommandId } from '@/domain/shared/ids';
import { streamDefinitions } from '@/domain/stream-definitions';
import { booking } from '@/domain/testing/commands';
import { ana } from '@/domain/testing/people';
import { wish } from '@/domain/testing/wall';
import { v7 as uuidv7 } from 'uuid';
import { PersonForgotten, personKeys } from '../event-store/sealing';
import { newReservationId, newRoom, ofRooms } from '../testing/event-store/rooms';
import { openStore } from '../testing/event-store/toy-store';
import { exported, imported } from '../testing/keeping/exports';

const typesOfRooms = streamDefinitions.map(({ type }) => type);

test('79: An import brings nobody back who was forgotten: what was sealed stays sealed', async () => {
  const store = await openStore(ofRooms);
  const title = await store.sealing.seal(ana.id, 'Interview');
  const told = { commandId: CommandId.of(uuidv7()), reservationId: newReservationId(), title };
  const command = booking(wish('2026-11-24T09:00', '10:00'), {
    ...told,
    roomId: await newRoom(store),
  });
  await store.execute(bookRoom, command, { actor: ana });
  const file = await exported(store, typesOfRooms);

  const target = await openStore(ofRooms);
  const keys = target.client.db(target.databaseName).collection('person_keys');
  const [key] = await personKeys(store.client.db(store.databaseName)).find().toArray();
  await keys.insertOne(key as never);
  expect([...(await target.sealing.open([title])).values()]).toEqual(['Interview']);
  const session = target.client.startSession();
  await session.withTransaction(() => target.sealing.forget(ana.id, session));
  await session.endSession();

  expect(await imported(target, file, streamDefinitions)).toMatchObject({
    events: 3,
    forgotten: 1,
  });
  const { events } = await target.readWhole(reservationStream(told.reservationId));
  expect(events).toMatchObject([{ type: 'RoomReserved', data: { title } }]);
  expect((await target.sealing.open([title])).size).toBe(0);
  await expect(target.sealing.seal(ana.id, 'Again')).rejects.toThrow(PersonForgotten);
  expect(await keys.find().toArray()).toMatchObject([{ forgottenAt: expect.any(Date) as Date }]);
});
