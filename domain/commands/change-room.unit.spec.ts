import { describe, test } from 'vitest';
import { defaultRules, roomStream, type RoomDetails } from '@/domain/room/room';
import type { OpeningHours, BookingRules } from '@/domain/room/room';
import { given } from '@/domain/testing/given';
import { atrium, clara, commandNumber, longAgo } from '@/domain/testing/people';
import {
  added,
  always,
  daily,
  details,
  detailsChanged,
  hours,
  hoursChanged,
  retired,
  rulesChanged,
} from '@/domain/testing/room-stories';
import { changeBookingRules } from './change-booking-rules';
import { changeOpeningHours } from './change-opening-hours';
import { changeRoomDetails } from './change-room-details';

const by = { by: clara };
const ids = { commandId: commandNumber(1), roomId: atrium };
const renaming = (changed: Partial<RoomDetails>) =>
  ({ type: 'ChangeRoomDetails', ...ids, changed }) as const;
const opening = (openingHours: OpeningHours) =>
  ({ type: 'ChangeOpeningHours', ...ids, openingHours }) as const;
const ruling = (changed: Partial<BookingRules>) =>
  ({ type: 'ChangeBookingRules', ...ids, rules: { ...defaultRules, ...changed } }) as const;

const office = daily(hours('08:00', '18:00'));

describe('Details', () => {
  test('What differs is changed, the rest stays', () => {
    given(added())
      .when(changeRoomDetails, renaming({ ...details, name: 'Aula' }), by)
      .then(detailsChanged({ name: 'Aula' }))
      .andAnswered({ roomId: atrium })
      .andNow(roomStream(atrium), { details: { ...details, name: 'Aula' } });
  });

  test.each([{ floor: '2' }, { capacity: 12 }, { equipment: [] }, { equipment: ['board'] }])(
    'Each detail can be changed alone: %o',
    (changed) => {
      given(added()).when(changeRoomDetails, renaming(changed), by).then(detailsChanged(changed));
    },
  );

  test.each([{}, details, { equipment: ['screen'] }])(
    'What is as it was is refused: %o',
    (same) => {
      given(added()).when(changeRoomDetails, renaming(same), by).thenRefused('NOTHING_CHANGED');
    },
  );

  test('Sent twice, a change of details is refused and changes nothing', () => {
    given(added())
      .when(changeRoomDetails, renaming({ name: 'Aula' }), by)
      .then(detailsChanged({ name: 'Aula' }))
      .sentAgain()
      .thenRefused('NOTHING_CHANGED');
  });
});

describe('Opening hours', () => {
  test('They are changed as a whole', () => {
    given(added())
      .when(changeOpeningHours, opening(office), by)
      .then(hoursChanged(office))
      .andAnswered({ roomId: atrium })
      .andNow(roomStream(atrium), { openingHours: office });
  });

  test('They are refused when windows overlap', () => {
    const overlapping = daily(hours('08:00', '12:00'), hours('11:00', '18:00'));
    given(added())
      .when(changeOpeningHours, opening(overlapping), by)
      .thenRefused('OPENING_HOURS_OVERLAP');
  });

  test('The same hours are no change, one other weekday is', () => {
    const sundays = { ...always, sun: [hours('00:00', '23:00')] };
    given(added()).when(changeOpeningHours, opening(always), by).thenRefused('NOTHING_CHANGED');
    given(added()).when(changeOpeningHours, opening(sundays), by).then(hoursChanged(sundays));
  });

  test('Sent twice, a change of hours is refused and changes nothing', () => {
    given(added())
      .when(changeOpeningHours, opening(office), by)
      .then(hoursChanged(office))
      .sentAgain()
      .thenRefused('NOTHING_CHANGED');
  });
});

describe('Booking rules', () => {
  test.each([
    { gridMinutes: 5 },
    { shortestMinutes: 30 },
    { longestMinutes: 600 },
    { leadTimeMinutes: 60 },
    { horizonDays: 30 },
    { bufferMinutes: 15 },
  ])('Each rule can be changed: %o', (changed) => {
    given(added())
      .when(changeBookingRules, ruling(changed), by)
      .then(rulesChanged(changed))
      .andAnswered({ roomId: atrium })
      .andNow(roomStream(atrium), { rules: { ...defaultRules, ...changed } });
  });

  test('Rules that contradict each other are refused', () => {
    given(added())
      .when(changeBookingRules, ruling({ gridMinutes: 60 }), by)
      .thenRefused('RULES_CONTRADICT', { rule: 'shortest' });
  });

  test('The same rules are no change', () => {
    given(added()).when(changeBookingRules, ruling({}), by).thenRefused('NOTHING_CHANGED');
  });

  test('Sent twice, a change of rules is refused and changes nothing', () => {
    given(added())
      .when(changeBookingRules, ruling({ bufferMinutes: 15 }), by)
      .then(rulesChanged({ bufferMinutes: 15 }))
      .sentAgain()
      .thenRefused('NOTHING_CHANGED');
  });
});

describe('Who and where', () => {
  const details = { name: 'Aula' };
  const rules = { bufferMinutes: 15 };

  test('Members change nothing about a room', () => {
    const refused = { needs: 'manager' } as const;
    const room = given(added());
    room.when(changeRoomDetails, renaming(details)).thenRefused('NOT_ALLOWED', refused);
    room.when(changeOpeningHours, opening(office)).thenRefused('NOT_ALLOWED', refused);
    room.when(changeBookingRules, ruling(rules)).thenRefused('NOT_ALLOWED', refused);
  });

  test('A room nobody added is not changed', () => {
    const refused = { roomId: atrium };
    given().when(changeRoomDetails, renaming(details), by).thenRefused('ROOM_UNKNOWN', refused);
    given().when(changeOpeningHours, opening(office), by).thenRefused('ROOM_UNKNOWN', refused);
    given().when(changeBookingRules, ruling(rules), by).thenRefused('ROOM_UNKNOWN', refused);
  });

  test('A retired room is not changed', () => {
    const refused = { roomId: atrium, retiredAt: longAgo };
    const room = given(added(), retired());
    room.when(changeRoomDetails, renaming(details), by).thenRefused('ROOM_RETIRED', refused);
    room.when(changeOpeningHours, opening(office), by).thenRefused('ROOM_RETIRED', refused);
    room.when(changeBookingRules, ruling(rules), by).thenRefused('ROOM_RETIRED', refused);
  });
});
