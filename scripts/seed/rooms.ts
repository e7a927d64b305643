import {
  defaultRules,
  type BookingRules,
  type OpeningHours,
  type RoomDetails,
} from '@/domain/room/room';
import type { LocalTime, TimeZone } from '@/domain/shared/time';

/** A room of the demo, and how much of its day is taken. */
export type DemoRoom = {
  readonly details: RoomDetails;
  readonly timeZone: TimeZone;
  readonly openingHours: OpeningHours;
  readonly rules: BookingRules;
  /** Bookings on a working day, at most. */
  readonly busy: number;
};

const zurich = 'Europe/Zurich' as TimeZone;
const newYork = 'America/New_York' as TimeZone;

const workdays = (from: string, to: string): OpeningHours => {
  const open = [{ from: from as LocalTime, to: to as LocalTime }];
  return { mon: open, tue: open, wed: open, thu: open, fri: open, sat: [], sun: [] };
};

const always: OpeningHours = (() => {
  const open = [{ from: '00:00' as LocalTime, to: '24:00' as LocalTime }];
  return { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open };
})();

const room = (
  name: string,
  floor: string,
  capacity: number,
  equipment: readonly string[],
  busy: number,
  rest: Partial<Pick<DemoRoom, 'timeZone' | 'openingHours' | 'rules'>> = {},
): DemoRoom => ({
  details: { name, floor, capacity, equipment },
  timeZone: zurich,
  openingHours: workdays('08:00', '18:00'),
  rules: defaultRules,
  busy,
  ...rest,
});

const first = 'Floor 1, Zurich';
const second = 'Floor 2, Zurich';
const third = 'Floor 3, New York';
const overThere = { timeZone: newYork, openingHours: workdays('08:00', '19:00') };

/** 12 rooms on 3 floors in two time zones. */
export const demoRooms: readonly DemoRoom[] = [
  room('Atlas', first, 12, ['Screen', 'Video', 'Whiteboard'], 5, {
    rules: { ...defaultRules, bufferMinutes: 15 },
  }),
  room('Boreal', first, 8, ['Screen', 'Video'], 4),
  room('Cirrus', first, 6, ['Screen'], 4),
  room('Delta', first, 4, ['Phone'], 3),
  room('Ember', second, 10, ['Screen', 'Video', 'Wheelchair access'], 4),
  room('Fjord', second, 6, ['Screen', 'Whiteboard'], 4),
  room('Grove', second, 4, ['Whiteboard'], 3, {
    rules: { ...defaultRules, leadTimeMinutes: 30, longestMinutes: 120 },
  }),
  room('Harbor', second, 2, ['Phone'], 3, {
    openingHours: always,
    rules: { ...defaultRules, longestMinutes: 1440 },
  }),
  room('Iris', third, 24, ['Screen', 'Video', 'Microphone'], 3, {
    ...overThere,
    rules: { ...defaultRules, bufferMinutes: 30, longestMinutes: 600 },
  }),
  room('Juniper', third, 8, ['Screen', 'Video'], 4, overThere),
  room('Kestrel', third, 6, ['Screen'], 3, overThere),
  room('Lumen', third, 4, ['Phone', 'Whiteboard'], 2, overThere),
];
