import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { cancelReservation } from '@/domain/commands/cancel-reservation';
import { moveReservation } from '@/domain/commands/move-reservation';
import { restoreReservation } from '@/domain/commands/restore-reservation';
import { retireRoom } from '@/domain/commands/retire-room';
import { CommandId } from '@/domain/shared/ids';
import type { LocalDate } from '@/domain/shared/time';
import { execute } from '../execute';
import { ana, booked, clara, date, roomAdded, wish } from './query.fixture';
import { roomDayPage } from './room-day';

const commandId = () => CommandId.of(v7());

test('A day knows of every slot that was given back whether it was moved, cancelled, or its room retired', async () => {
  const [roomId, other] = [await roomAdded('Atlas'), await roomAdded('Boreal')];
  const id = await booked(ana, roomId, wish('09:00', '10:00'));
  const stays = await booked(ana, roomId, wish('15:00', '16:00'));
  const on = { reservationId: id };
  const move = (to: typeof roomId, from: string, until: string) =>
    execute(
      moveReservation,
      {
        type: 'MoveReservation',
        commandId: commandId(),
        ...on,
        roomId: to,
        wish: wish(from, until),
      },
      { actor: ana },
    );
  await move(roomId, '11:00', '12:00');
  const cancel = { type: 'CancelReservation', commandId: commandId(), ...on } as const;
  await execute(cancelReservation, cancel, { actor: ana });
  const restore = { type: 'RestoreReservation', commandId: commandId(), ...on } as const;
  await execute(restoreReservation, restore, { actor: ana });
  await move(other, '11:00', '12:00');
  await execute(
    retireRoom,
    { type: 'RetireRoom', commandId: commandId(), roomId, cancelThem: true },
    { actor: clara },
  );
  const page = await roomDayPage(roomId, date as LocalDate, ana);
  const released = page?.events.filter(({ type }) => type === 'SlotReleased') ?? [];
  expect(released.map(({ metadata }) => page?.releases[metadata.messageId])).toMatchObject([
    { type: 'ReservationMoved', data: { to: { roomId } } },
    { type: 'ReservationCancelled', data: on },
    { type: 'ReservationMoved', data: { to: { roomId: other } } },
    {
      type: 'ReservationCancelled',
      data: { reservationId: stays, cause: { code: 'ROOM_RETIRED', roomId } },
    },
  ]);
  expect(page).toMatchObject({ foldMatches: true, chain: { status: 'intact' } });
  expect(page?.rooms).toMatchObject({ [roomId]: { name: 'Atlas' }, [other]: { name: 'Boreal' } });
});
