import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { ReservationId } from '@/domain/shared/ids';
import { ana, at, ben, booked, cancelled, roomAdded, wish } from './query.fixture';
import { restoreRefusal } from './restore-refusal';

const now = { actor: ana, now: at('00:00') };

test('A cancelled reservation could be restored until another holds its slot', async () => {
  const room = await roomAdded('Atlas');
  const mine = await booked(ana, room, wish('10:00', '11:00'));
  expect(await restoreRefusal(mine, now)).toMatchObject({ code: 'NOT_CANCELLED' });
  await cancelled(ana, mine);
  expect(await restoreRefusal(mine, now)).toBeUndefined();
  await booked(ben, room, wish('10:30', '11:30'));
  expect(await restoreRefusal(mine, now)).toMatchObject({ code: 'SLOT_TAKEN' });
});

test('A reservation nobody knows cannot be restored', async () => {
  const refusal = await restoreRefusal(ReservationId.of(v7()), now);
  expect(refusal).toMatchObject({ code: 'RESERVATION_UNKNOWN' });
});
