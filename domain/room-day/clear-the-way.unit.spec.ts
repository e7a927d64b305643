import { describe, expect, test } from 'vitest';
import { reservationStream, type ReservationRef } from '@/domain/reservation/reservation';
import { plusDays } from '@/domain/shared/days';
import { plusMinutes } from '@/domain/shared/instants';
import type { Loaded } from '@/domain/shared/stream';
import {
  endOfTime,
  type Instant,
  type LocalDate,
  type LocalDateTime,
  type Period,
  type Slot,
  type TimeZone,
} from '@/domain/shared/time';
import { ana, atrium, longAgo, reservationNumber, sealed } from '@/domain/testing/people';
import { newYork, zurich } from '@/domain/testing/wall';
import { clearTheWay, daysAround, readTheWay } from './clear-the-way';
import { roomDaysStored, roomDayStream, type Hold, type RoomDayRef } from './room-day';

const first = '2026-11-24' as LocalDate;
const dateNumber = (n: number) => plusDays(first, n);
const period: Period = { start: '2026-11-23T23:00:00.000Z' as Instant, end: endOfTime };
const stored = roomDaysStored(atrium, first, '9999-12-31' as LocalDate);
const cause = { code: 'ROOM_RETIRED', roomId: atrium } as const;

/** The nth day of a room in UTC, where the instants can be written down. */
const dayBounds = (n: number): Period => ({
  start: `${dateNumber(n)}T00:00:00.000Z` as Instant,
  end: `${dateNumber(n + 1)}T00:00:00.000Z` as Instant,
});

const noon = (n: number): Period => ({
  start: `${dateNumber(n)}T12:00:00.000Z` as Instant,
  end: `${dateNumber(n)}T13:00:00.000Z` as Instant,
});

const holdAt = (period: Period, n: number): Hold => {
  const owner = { reservationId: reservationNumber(n), memberId: ana.id };
  return { ...period, ...owner, position: 1, heldAt: longAgo };
};

const dayWith = (n: number, holds: readonly Hold[]): Loaded<RoomDayRef> => ({
  ref: roomDayStream(atrium, dateNumber(n)),
  position: 1,
  state: { status: 'opened', day: dayBounds(n), holds },
});

/** The nth day, with one reservation at noon. */
const dayNumber = (n: number) => dayWith(n, [holdAt(noon(n), n)]);

const reservationOn = (n: number): Loaded<ReservationRef> => {
  const slot: Slot = {
    ...noon(n),
    startsAt: `${dateNumber(n)}T12:00` as LocalDateTime,
    endsAt: `${dateNumber(n)}T13:00` as LocalDateTime,
    startOffset: '+00:00',
    endOffset: '+00:00',
    timeZone: 'UTC' as TimeZone,
  };
  return {
    ref: reservationStream(reservationNumber(n)),
    position: 1,
    state: {
      status: 'reserved',
      reservationId: reservationNumber(n),
      memberId: ana.id,
      granted: { roomId: atrium, slot, heldUntil: slot.end, roomPosition: 1 },
      title: sealed('Lunch'),
      reservedAt: longAgo,
    },
  };
};

const busy = (days: number) => {
  const numbers = Array.from({ length: days }, (_, n) => n);
  return {
    days: numbers.map(dayNumber),
    reservations: numbers.map(reservationOn),
    otherDays: numbers.map(dayNumber),
  };
};

describe('One command changes at most 400 days', () => {
  test('400 are cleared at once', () => {
    const cleared = clearTheWay(busy(400), period, cause, true);
    expect(cleared).toMatchObject({ cancelled: { length: 400 }, appends: { length: 800 } });
  });

  test('401 are refused with their number, and their reservations are not even read', () => {
    const { days } = busy(401);
    expect(readTheWay(stored, period, { days }).reservations).toEqual([]);
    const way = { days, reservations: [], otherDays: [] };
    const refusal = { code: 'TOO_MANY_DAYS', days: 401, most: 400 };
    expect(clearTheWay(way, period, cause, true)).toEqual(refusal);
    expect(clearTheWay(way, period, cause, false)).toEqual(refusal);
  });

  test('Days that nobody holds do not count, so that a long time can be cleared in steps', () => {
    const { days, reservations, otherDays } = busy(400);
    const free = Array.from({ length: 100 }, (_, n): Loaded<RoomDayRef> => {
      const state = { status: 'opened', day: dayBounds(400 + n), holds: [] } as const;
      return { ref: roomDayStream(atrium, dateNumber(400 + n)), position: 2, state };
    });
    const way = { days: [...days, ...free], reservations, otherDays };
    expect(clearTheWay(way, period, cause, true)).toMatchObject({ cancelled: { length: 400 } });
  });

  test('Days outside the period on which slots are released count as well', () => {
    const { days, reservations, otherDays } = busy(401);
    const way = { days: days.slice(0, 400), reservations, otherDays };
    expect(clearTheWay(way, period, cause, true)).toMatchObject({
      code: 'TOO_MANY_DAYS',
      days: 401,
    });
  });
});

describe('One command cancels at most 1,000 reservations', () => {
  /** So many on one day, a minute each. */
  const crowd = (count: number) => {
    const numbers = Array.from({ length: count }, (_, n) => n);
    const minute = (n: number): Period => {
      const [start, end] = [n, n + 1].map((m) => plusMinutes(dayBounds(0).start, m));
      return { start, end } as Period;
    };
    const day = dayWith(
      0,
      numbers.map((n) => holdAt(minute(n), n)),
    );
    const reservations = numbers.map((n): Loaded<ReservationRef> => {
      const { ref, position, state } = reservationOn(0);
      if (state.status !== 'reserved') throw new Error('It is not reserved');
      const slot = { ...state.granted.slot, ...minute(n) };
      const granted = { ...state.granted, slot, heldUntil: slot.end };
      const reservationId = reservationNumber(n);
      return {
        ref: { ...ref, id: reservationId },
        position,
        state: { ...state, reservationId, granted },
      };
    });
    return { days: [day], reservations, otherDays: [day] };
  };

  test('1,000 are cancelled at once', () => {
    const { days } = crowd(1000);
    expect(readTheWay(stored, period, { days }).reservations).toHaveLength(1000);
    expect(clearTheWay(crowd(1000), period, cause, true)).toMatchObject({
      cancelled: { length: 1000 },
    });
  });

  test('1,001 are refused with their number, and are not even read', () => {
    const { days } = crowd(1001);
    expect(readTheWay(stored, period, { days }).reservations).toEqual([]);
    const way = { days, reservations: [], otherDays: [] };
    const refusal = { code: 'TOO_MANY_RESERVATIONS', reservations: 1001, most: 1000 };
    expect(clearTheWay(way, period, cause, true)).toEqual(refusal);
    expect(clearTheWay(way, period, cause, false)).toEqual(refusal);
  });

  test('Those that hold nothing in the period do not count', () => {
    const { days } = crowd(1001);
    const start = plusMinutes(dayBounds(0).start, 1);
    const later = { start, end: endOfTime };
    expect(readTheWay(stored, later, { days }).reservations).toHaveLength(1000);
  });
});

describe('Of what is in the way, only what was seen is cancelled', () => {
  const seen = [0, 1].map(reservationNumber);

  test('All of a list go, and with them nothing else', () => {
    const cleared = clearTheWay(busy(2), period, cause, [...seen, reservationNumber(7)]);
    expect(cleared).toMatchObject({ cancelled: seen });
  });

  test('One that is not on the list leaves all as it is, and all are answered', () => {
    const refused = clearTheWay(busy(3), period, cause, seen);
    expect(refused).toMatchObject({
      code: 'RESERVATIONS_IN_THE_WAY',
      reservations: [...seen, reservationNumber(2)].map((reservationId) => ({ reservationId })),
    });
  });
});

describe('Which days are read and guarded', () => {
  const around = (start: string, end: string, timeZone = zurich) =>
    daysAround(atrium, { start: start as Instant, end: end as Instant }, timeZone);

  test('Those of the period on the wall of the room, and one either side', () => {
    expect(around('2026-11-24T23:30:00.000Z', '2026-11-26T08:00:00.000Z')).toEqual(
      roomDaysStored(atrium, '2026-11-24' as LocalDate, '2026-11-27' as LocalDate),
    );
    expect(around('2026-11-25T04:30:00.000Z', '2026-11-26T08:00:00.000Z', newYork)).toEqual(
      roomDaysStored(atrium, '2026-11-23' as LocalDate, '2026-11-27' as LocalDate),
    );
  });

  test.each([[endOfTime], ['9999-12-31T12:00:00.000Z'], ['9999-12-30T23:30:00.000Z']])(
    'Until %s it is every day to come',
    (end) => {
      expect(around('2026-11-24T08:00:00.000Z', end)).toMatchObject({
        toId: roomDayStream(atrium, '9999-12-31' as LocalDate).id,
      });
    },
  );
});
