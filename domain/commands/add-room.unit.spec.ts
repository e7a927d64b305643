import { test } from 'vitest';
import { defaultRules, roomStream } from '@/domain/room/room';
import type { TimeZone } from '@/domain/shared/time';
import { adding } from '@/domain/testing/commands';
import { given } from '@/domain/testing/given';
import { atrium, clara, now } from '@/domain/testing/people';
import { added, always, daily, hours, retired } from '@/domain/testing/room-stories';
import { newYork } from '@/domain/testing/wall';
import { addRoom } from './add-room';

const by = { by: clara };

test('A room is added with its zone, hours and rules, and is in service', () => {
  const told = { timeZone: newYork, openingHours: daily(hours('08:00', '18:00')) };
  given()
    .when(addRoom, adding(told), by)
    .then(added(told))
    .andAnswered({ roomId: atrium })
    .andNow(roomStream(atrium), { status: 'open', closures: [], addedAt: now, ...told });
});

test('Members do not add rooms', () => {
  given().when(addRoom, adding()).thenRefused('NOT_ALLOWED', { needs: 'manager' });
});

test('A room id is used once, also when its room is retired', () => {
  given(added(), retired()).when(addRoom, adding(), by).thenRefused('ID_IN_USE');
});

test('Sent twice, an adding is refused and changes nothing', () => {
  given().when(addRoom, adding(), by).then(added()).sentAgain().thenRefused('ID_IN_USE');
});

test.each([
  ['overlap', [hours('08:00', '12:00'), hours('11:00', '18:00')]],
  ['are not in order', [hours('13:00', '18:00'), hours('08:00', '12:00')]],
  ['end when they begin', [hours('08:00', '08:00')]],
  ['end before they begin', [hours('18:00', '08:00')]],
])('Opening hours that %s on one day are refused', (_how, windows) => {
  given()
    .when(addRoom, adding({ openingHours: { ...always, sun: windows } }), by)
    .thenRefused('OPENING_HOURS_OVERLAP');
});

test('A zone that does not exist is refused: nothing could ever be booked there', () => {
  const timeZone = 'Mars/Olympus' as TimeZone;
  given().when(addRoom, adding({ timeZone }), by).thenRefused('ZONE_UNKNOWN', { timeZone });
});

test('Windows may touch, and a day may have none', () => {
  const openingHours = { ...daily(hours('08:00', '12:00'), hours('12:00', '24:00')), sun: [] };
  given().when(addRoom, adding({ openingHours }), by).then(added({ openingHours }));
});

test.each([
  ['grid', { gridMinutes: 0 }],
  ['grid', { gridMinutes: -15 }],
  ['grid', { gridMinutes: 7 }],
  ['shortest', { shortestMinutes: 0 }],
  ['shortest', { shortestMinutes: 20 }],
  ['shortest', { shortestMinutes: 60, longestMinutes: 45 }],
  ['longest', { longestMinutes: 50 }],
  ['buffer', { bufferMinutes: -15 }],
] as const)('Rules whose %s does not fit the others are refused: %o', (rule, changed) => {
  given()
    .when(addRoom, adding({ rules: { ...defaultRules, ...changed } }), by)
    .thenRefused('RULES_CONTRADICT', { rule });
});
