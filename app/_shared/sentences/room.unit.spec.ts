import { describe, expect, test } from 'vitest';
import {
  defaultRules,
  roomDefinition,
  type OpeningHours,
  type OpeningWindow,
  type RoomEvent,
} from '@/domain/room/room';
import { ClosureId } from '@/domain/shared/ids';
import { tellHistory } from './history';
import { roomSentence } from './room';
import { formatWeekdays, hoursByDays } from './room-hours';
import { plainText } from './sentence';
import { atlas, clara, granted, recorded, words, zurich } from './sentence.fixture';

const open = (from: string, to: string) => [{ from, to }] as unknown as readonly OpeningWindow[];
const office = open('08:00', '18:00');
const weekdaysOnly: OpeningHours = {
  mon: office,
  tue: office,
  wed: office,
  thu: office,
  fri: office,
  sat: [],
  sun: [],
};

const added: RoomEvent = {
  type: 'RoomAdded',
  data: {
    roomId: atlas,
    details: { name: 'Atlas', floor: '1', capacity: 12, equipment: ['Screen', 'Phone'] },
    timeZone: zurich,
    openingHours: weekdaysOnly,
    rules: defaultRules,
  },
};
const closureId = ClosureId.of('01912f00-0000-7000-8000-0000000000cc');
const closed: RoomEvent = {
  type: 'RoomClosed',
  data: {
    closureId,
    closed: granted(atlas, '2025-11-20T10:00', '2025-11-20T12:00').slot,
    reason: 'Painting',
  },
};

const lastText = (...events: readonly RoomEvent[]) => {
  const all = events.map((event, i) => recorded(event, clara, i + 1));
  const told = tellHistory(roomDefinition, roomSentence, all, words, () => zurich);
  return plainText(told.at(-1)?.sentence ?? []);
};

describe('A room’s history', () => {
  test('begins with what was added', () => {
    expect(lastText(added)).toBe('Clara added Atlas on floor 1, with 12 seats');
  });

  test('tells each changed detail with its old value', () => {
    const changed = { name: 'Boreal', capacity: 8, equipment: ['Screen', 'Camera'] };
    expect(lastText(added, { type: 'RoomDetailsChanged', data: { changed } })).toBe(
      'Clara renamed it from Atlas to Boreal, changed the seats from 12 to 8, added Camera and removed Phone',
    );
  });

  test('tells the opening hours that changed, equal days together', () => {
    const openingHours = {
      ...weekdaysOnly,
      mon: open('07:00', '18:00'),
      sat: open('00:00', '24:00'),
    };
    expect(lastText(added, { type: 'OpeningHoursChanged', data: { openingHours } })).toBe(
      'Clara changed the opening hours: Mon from 08:00–18:00 to 07:00–18:00 and Sat from closed to all day',
    );
  });

  test('tells the rules that changed', () => {
    const rules = { ...defaultRules, bufferMinutes: 15, longestMinutes: 90 };
    expect(lastText(added, { type: 'BookingRulesChanged', data: { rules } })).toBe(
      'Clara changed the rules: longest booking from 8 h to 1 h 30 min and buffer from none to 15 min',
    );
  });

  test('tells a closing with its period and reason', () => {
    expect(lastText(added, closed)).toBe(
      'Clara closed it Thu 20 Nov, 10:00–12:00, because “Painting”',
    );
  });

  test('tells which closing a reopening ends, though the event names its id only', () => {
    const reopened: RoomEvent = { type: 'RoomReopened', data: { closureId } };
    expect(lastText(added, closed, reopened)).toBe(
      'Clara reopened it; it was to be closed Thu 20 Nov, 10:00–12:00',
    );
  });

  test('tells its end and its return', () => {
    const retired: RoomEvent = { type: 'RoomRetired', data: { roomId: atlas } };
    const reinstated: RoomEvent = { type: 'RoomReinstated', data: { roomId: atlas } };
    expect(lastText(added, retired)).toBe('Clara took it out of use');
    expect(lastText(added, retired, reinstated)).toBe('Clara brought it back into use');
  });
});

describe('Opening hours', () => {
  test('put days with the same hours together', () => {
    expect(hoursByDays(weekdaysOnly)).toEqual([
      { days: 'Mon–Fri', windows: '08:00–18:00' },
      { days: 'Sat, Sun', windows: 'closed' },
    ]);
  });

  test('name runs of days by their ends, pairs by both', () => {
    expect(formatWeekdays(['mon', 'wed', 'thu', 'fri'])).toBe('Mon, Wed–Fri');
  });
});
