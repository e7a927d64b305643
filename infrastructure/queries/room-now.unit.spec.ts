import { describe, expect, test } from 'vitest';
import type { Hold, RoomDay } from '@/domain/room-day/room-day';
import { defaultRules, type OpeningWindow, type OpenRoom } from '@/domain/room/room';
import { ClosureId, MemberId, ReservationId, RoomId } from '@/domain/shared/ids';
import type { Instant, LocalDateTime, TimeZone } from '@/domain/shared/time';
import { roomNow } from './room-now';

/** On Thursday 20 November 2025, UTC. */
const at = (time: string) => `2025-11-20T${time}:00.000Z` as Instant;

const office = [{ from: '08:00', to: '18:00' }] as unknown as readonly OpeningWindow[];

const room: OpenRoom = {
  status: 'open',
  roomId: RoomId.of('01912f00-0000-7000-8000-00000000000a'),
  details: { name: 'Atlas', floor: '1', capacity: 8, equipment: [] },
  timeZone: 'UTC' as TimeZone,
  openingHours: { mon: office, tue: office, wed: office, thu: office, fri: [], sat: [], sun: [] },
  rules: defaultRules,
  closures: [],
  addedAt: at('00:00'),
};

const hold = (start: string, end: string): Hold => ({
  start: at(start),
  end: at(end),
  reservationId: ReservationId.of('01912f00-0000-7000-8000-000000000001'),
  memberId: MemberId.of('ana.ruiz'),
  position: 1,
  heldAt: at('00:00'),
});

const day = (...holds: readonly Hold[]): RoomDay => ({
  status: 'opened',
  day: { start: at('00:00'), end: '2025-11-21T00:00:00.000Z' as Instant },
  holds,
});

const closed = (start: string, end: string): OpenRoom => ({
  ...room,
  closures: [
    {
      closureId: ClosureId.of('01912f00-0000-7000-8000-0000000000cc'),
      reason: 'Painting',
      closed: {
        start: at(start),
        end: at(end),
        startsAt: at(start).slice(0, 16) as LocalDateTime,
        endsAt: at(end).slice(0, 16) as LocalDateTime,
        startOffset: '+00:00',
        endOffset: '+00:00',
        timeZone: room.timeZone,
      },
    },
  ],
});

describe('A room now', () => {
  test('is free until someone has it', () => {
    const now = roomNow(room, day(hold('10:00', '11:00')), at('09:00'));
    expect(now).toEqual({ status: 'free', until: at('10:00'), then: 'taken' });
  });

  test('is free until it closes when nobody has it', () => {
    expect(roomNow(room, { status: 'unopened' }, at('09:00'))).toEqual({
      status: 'free',
      until: at('18:00'),
      then: 'closed',
    });
  });

  test('is free until a closing that begins first', () => {
    const now = roomNow(closed('12:00', '14:00'), day(hold('15:00', '16:00')), at('09:00'));
    expect(now).toEqual({ status: 'free', until: at('12:00'), then: 'closed' });
  });

  test('is taken until the end of all that follow at once', () => {
    const holds = day(hold('09:00', '10:00'), hold('10:00', '11:00'), hold('11:15', '12:00'));
    expect(roomNow(room, holds, at('09:30'))).toEqual({ status: 'taken', until: at('11:00') });
  });

  test('is free at the very moment a reservation ends', () => {
    const now = roomNow(room, day(hold('09:00', '10:00')), at('10:00'));
    expect(now.status).toBe('free');
  });

  test('is closed with its reason until the closing ends', () => {
    expect(roomNow(closed('09:00', '14:00'), day(), at('10:00'))).toEqual({
      status: 'closed',
      until: at('14:00'),
      reason: 'Painting',
    });
  });

  test('outside its hours is closed until the next opening, days ahead if need be', () => {
    expect(roomNow(room, day(), at('06:00'))).toEqual({ status: 'closed', until: at('08:00') });
    expect(roomNow(room, day(), at('19:00'))).toEqual({
      status: 'closed',
      until: '2025-11-24T08:00:00.000Z',
    });
  });
});
