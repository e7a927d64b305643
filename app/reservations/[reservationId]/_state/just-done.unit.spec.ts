import { expect, test } from 'vitest';
import {
  ana,
  atlas,
  ben,
  designReview,
  granted,
  instant,
  recorded,
  sealed,
  words,
} from '@/app/_shared/sentences/sentence.fixture';
import type { ReservationEvent } from '@/domain/reservation/reservation';
import { CommandId } from '@/domain/shared/ids';
import { justDone } from './just-done';

const booking = CommandId.of('01912f00-0000-7000-8000-0000000000b1');
const cancelling = CommandId.of('01912f00-0000-7000-8000-0000000000b2');
const now = instant('2025-11-20T09:00:00.000Z');

const by = (commandId: CommandId, event: ReservationEvent, position: number) => {
  const { metadata, ...told } = recorded(event, position === 1 ? ana : ben, position);
  return { ...told, metadata: { ...metadata, causationId: commandId } } as ReturnType<
    typeof recorded<ReservationEvent>
  >;
};

const booked = by(
  booking,
  {
    type: 'RoomReserved',
    data: {
      reservationId: designReview,
      memberId: ana,
      granted: granted(atlas, '2025-11-20T10:00', '2025-11-20T11:00'),
      title: sealed('box-review'),
    },
  },
  1,
);
const cancelled = by(
  cancelling,
  { type: 'ReservationCancelled', data: { reservationId: designReview } },
  2,
);

test('What the command did is told', () => {
  expect(justDone({ events: [booked] }, words, now, booking)).toBe(
    'Booked: Atlas, Thu 20 Nov, 10:00–11:00',
  );
});

test('Nothing is told without a command, nor once something else has happened', () => {
  expect(justDone({ events: [booked] }, words, now, undefined)).toBeUndefined();
  expect(justDone({ events: [booked, cancelled] }, words, now, booking)).toBeUndefined();
});
