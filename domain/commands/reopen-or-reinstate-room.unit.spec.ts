import { describe, test } from 'vitest';
import { roomStream } from '@/domain/room/room';
import type { ClosureId } from '@/domain/shared/ids';
import { given } from '@/domain/testing/given';
import {
  atrium,
  clara,
  closureNumber,
  commandNumber,
  longAgo,
  works,
} from '@/domain/testing/people';
import { added, closed, reinstated, reopened, retired } from '@/domain/testing/room-stories';
import { wish } from '@/domain/testing/wall';
import { reinstateRoom } from './reinstate-room';
import { reopenRoom } from './reopen-room';

const by = { by: clara };
const ids = { commandId: commandNumber(1), roomId: atrium };
const morning = closed(wish('2026-11-24T08:00', '12:00'));

describe('Reopening', () => {
  const reopening = (closureId: ClosureId = works) =>
    ({ type: 'ReopenRoom', ...ids, closureId }) as const;

  test('A closure is taken back, others stay', () => {
    const evening = { closureId: closureNumber(2) };
    given(added(), closed(wish('2026-11-24T18:00', '20:00'), evening), morning)
      .when(reopenRoom, reopening(closureNumber(2)), by)
      .then(reopened(closureNumber(2)))
      .andAnswered({ roomId: atrium })
      .when(reopenRoom, reopening(), by)
      .then(reopened())
      .andNow(roomStream(atrium), { closures: [] });
  });

  test('A closure that was never made is not taken back', () => {
    given(added(), morning)
      .when(reopenRoom, reopening(closureNumber(2)), by)
      .thenRefused('CLOSURE_UNKNOWN', { roomId: atrium, closureId: closureNumber(2) });
  });

  test('Members do not reopen rooms', () => {
    given(added(), morning)
      .when(reopenRoom, reopening())
      .thenRefused('NOT_ALLOWED', { needs: 'manager' });
  });

  test('A room that is not in service is not reopened', () => {
    given().when(reopenRoom, reopening(), by).thenRefused('ROOM_UNKNOWN', { roomId: atrium });
    given(added(), morning, retired())
      .when(reopenRoom, reopening(), by)
      .thenRefused('ROOM_RETIRED', { roomId: atrium, retiredAt: longAgo });
  });

  test('Sent twice, a reopening is refused and changes nothing', () => {
    given(added(), morning)
      .when(reopenRoom, reopening(), by)
      .then(reopened())
      .sentAgain()
      .thenRefused('CLOSURE_UNKNOWN', { roomId: atrium, closureId: works });
  });
});

describe('Reinstating', () => {
  const reinstating = { type: 'ReinstateRoom', ...ids } as const;

  test('A retired room is in service again, with the closures it had', () => {
    given(added(), morning, retired())
      .when(reinstateRoom, reinstating, by)
      .then(reinstated())
      .andAnswered({ roomId: atrium })
      .andNow(roomStream(atrium), { status: 'open', retiredAt: undefined })
      .when(reopenRoom, { type: 'ReopenRoom', ...ids, closureId: works }, by)
      .then(reopened());
  });

  test('Members do not reinstate rooms', () => {
    given(added(), retired())
      .when(reinstateRoom, reinstating)
      .thenRefused('NOT_ALLOWED', { needs: 'manager' });
  });

  test('A room nobody added is not reinstated', () => {
    given().when(reinstateRoom, reinstating, by).thenRefused('ROOM_UNKNOWN', { roomId: atrium });
  });

  test('Sent twice, or without a retiring, a reinstating is refused and changes nothing', () => {
    given(added())
      .when(reinstateRoom, reinstating, by)
      .thenRefused('ROOM_NOT_RETIRED', { roomId: atrium });
    given(added(), retired())
      .when(reinstateRoom, reinstating, by)
      .then(reinstated())
      .sentAgain()
      .thenRefused('ROOM_NOT_RETIRED', { roomId: atrium });
  });
});
