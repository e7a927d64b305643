import {
  defaultRules,
  roomStream,
  type BookingRules,
  type OpeningHours,
  type OpeningWindow,
  type RoomDetails,
  type RoomEvent,
} from '@/domain/room/room';
import type { ClosureId, RoomId } from '@/domain/shared/ids';
import type { LocalTime, TimeZone, Wish } from '@/domain/shared/time';
import { atrium, works } from './people';
import type { Story } from './story';
import { slotAt, zurich } from './wall';

export const details: RoomDetails = {
  name: 'Atrium',
  floor: '1',
  capacity: 8,
  equipment: ['screen'],
};

/** One window, `hours('08:00', '18:00')`. */
export const hours = (from: string, to: string): OpeningWindow => ({
  from: from as LocalTime,
  to: to as LocalTime,
});

/** The same windows on every day of the week. */
export const daily = (...windows: readonly OpeningWindow[]): OpeningHours => ({
  mon: windows,
  tue: windows,
  wed: windows,
  thu: windows,
  fri: windows,
  sat: windows,
  sun: windows,
});

/** Open day and night. */
export const always = daily(hours('00:00', '24:00'));

type Added = {
  readonly roomId?: RoomId;
  readonly timeZone?: TimeZone;
  readonly openingHours?: OpeningHours;
  readonly rules?: Partial<BookingRules>;
};

/** A room was added: in Zurich, always open, with the default rules, unless told otherwise. */
export const added = ({ roomId = atrium, ...told }: Added = {}): Story =>
  onRoom(roomId, {
    type: 'RoomAdded',
    data: {
      roomId,
      details,
      timeZone: told.timeZone ?? zurich,
      openingHours: told.openingHours ?? always,
      rules: { ...defaultRules, ...told.rules },
    },
  });

export const detailsChanged = (changed: Partial<RoomDetails>, roomId = atrium): Story =>
  onRoom(roomId, { type: 'RoomDetailsChanged', data: { changed } });

export const hoursChanged = (openingHours: OpeningHours, roomId = atrium): Story =>
  onRoom(roomId, { type: 'OpeningHoursChanged', data: { openingHours } });

export const rulesChanged = (changed: Partial<BookingRules>, roomId = atrium): Story =>
  onRoom(roomId, { type: 'BookingRulesChanged', data: { rules: { ...defaultRules, ...changed } } });

type Closed = {
  readonly closureId?: ClosureId;
  readonly roomId?: RoomId;
  readonly timeZone?: TimeZone;
};

/** A room was closed for a period of its wall clock. */
export const closed = (period: Wish, told: Closed = {}): Story =>
  onRoom(told.roomId ?? atrium, {
    type: 'RoomClosed',
    data: {
      closureId: told.closureId ?? works,
      closed: slotAt(period, told.timeZone),
      reason: 'Works',
    },
  });

export const reopened = (closureId: ClosureId = works, roomId = atrium): Story =>
  onRoom(roomId, { type: 'RoomReopened', data: { closureId } });

export const retired = (roomId = atrium): Story =>
  onRoom(roomId, { type: 'RoomRetired', data: { roomId } });

export const reinstated = (roomId = atrium): Story =>
  onRoom(roomId, { type: 'RoomReinstated', data: { roomId } });

const onRoom = (roomId: RoomId, event: RoomEvent): Story => ({
  events: () => [{ stream: roomStream(roomId), events: [event] }],
});
