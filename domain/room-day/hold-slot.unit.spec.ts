import { describe, expect, test } from 'vitest';
import type { GrantedSlot } from '@/domain/reservation/reservation';
import type { ReservationId } from '@/domain/shared/ids';
import type { Loaded } from '@/domain/shared/stream';
import type { Instant, LocalDate, Period, TimeZone, Wish } from '@/domain/shared/time';
import { ana, atrium, ben, longAgo, mine, theirs } from '@/domain/testing/people';
import { after, dayAt, newYork, slotAt, wish, zurich } from '@/domain/testing/wall';
import { daysOf, guardsOf, holdSlot, releaseSlots } from './hold-slot';
import { dateOfDay, roomDayStream, type RoomDayRef } from './room-day';

const granted = (wished: Wish, buffer = 0, timeZone: TimeZone = zurich): GrantedSlot => {
  const slot = slotAt(wished, timeZone);
  return { roomId: atrium, slot, heldUntil: after(slot.end, buffer), roomPosition: 1 };
};

const holder = { reservationId: mine, memberId: ana.id };

const unopened = (date: string): Loaded<RoomDayRef> => ({
  ref: roomDayStream(atrium, date as LocalDate),
  position: 0,
  state: { status: 'unopened' },
});

type Held = Period & { readonly by?: ReservationId };

const opened = (
  date: string,
  holds: readonly Held[] = [],
  day: Period = dayAt(date as LocalDate, zurich),
): Loaded<RoomDayRef> => ({
  ref: roomDayStream(atrium, date as LocalDate),
  position: 4,
  state: {
    status: 'opened',
    day,
    holds: holds.map(({ start, end, by = theirs }, i) => ({
      start,
      end,
      reservationId: by,
      memberId: ben.id,
      position: i + 1,
      heldAt: longAgo,
    })),
  },
});

const utc = (start: string, end: string): Period => ({
  start: `2026-11-${start}:00.000Z` as Instant,
  end: `2026-11-${end}:00.000Z` as Instant,
});

const morning = granted(wish('2026-11-24T09:00', '10:00'));
/** 23:00 to 01:00 in Zurich. */
const overnight = granted(wish('2026-11-24T23:00', '2026-11-25T01:00'));

describe('Which days are read before a slot is held', () => {
  const dates = (slot: GrantedSlot) => daysOf(slot).map(dateOfDay);

  test('In the middle of a day, that day', () => {
    expect(dates(morning)).toEqual(['2026-11-24']);
  });

  test('Near midnight the day next to it too, should the zone have changed its rules', () => {
    expect(dates(granted(wish('2026-11-24T20:00', '21:00')))).toEqual(['2026-11-24']);
    expect(dates(granted(wish('2026-11-24T20:00', '21:15')))).toEqual(['2026-11-24', '2026-11-25']);
    expect(dates(granted(wish('2026-11-24T02:45', '04:00')))).toEqual(['2026-11-23', '2026-11-24']);
  });

  test('The buffer counts', () => {
    expect(dates(granted(wish('2026-11-24T20:00', '20:45'), 15))).toEqual(['2026-11-24']);
    expect(dates(granted(wish('2026-11-24T20:00', '20:45'), 30))).toHaveLength(2);
  });

  test('Over several days, all of them, as the zone of the room counts them', () => {
    const long = wish('2026-11-24T12:00', '2026-11-26T12:00');
    expect(dates(granted(long))).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
    expect(dates(granted(wish('2026-11-24T19:00', '20:00'), 0, newYork))).toEqual(['2026-11-24']);
  });
});

describe('A hold', () => {
  test('The first of a day opens it with its bounds, a later one does not', () => {
    const [opening] = holdSlot(morning, holder, [unopened('2026-11-24')]) as readonly unknown[];
    expect(opening).toMatchObject({
      events: [
        { data: { piece: utc('24T08:00', '24T09:00'), opens: utc('23T23:00', '24T23:00') } },
      ],
    });
    const [next] = holdSlot(morning, holder, [opened('2026-11-24')]) as readonly unknown[];
    expect(next).toEqual({
      stream: roomDayStream(atrium, '2026-11-24' as LocalDate),
      events: [{ type: 'SlotHeld', data: { ...holder, piece: utc('24T08:00', '24T09:00') } }],
    });
  });

  test('Over midnight it holds a piece of each day, up to its last instant and from its first', () => {
    const days = [unopened('2026-11-24'), opened('2026-11-25')];
    expect(holdSlot(overnight, holder, days)).toMatchObject([
      { events: [{ data: { piece: utc('24T22:00', '24T23:00') } }] },
      { events: [{ data: { piece: utc('24T23:00', '25T00:00') } }] },
    ]);
  });

  test.each([
    ['just before', utc('24T07:00', '24T08:00')],
    ['just after', utc('24T09:00', '24T10:00')],
  ])('One that ends or begins %s is not in the way', (_, other) => {
    expect(holdSlot(morning, holder, [opened('2026-11-24', [other])])).toHaveLength(1);
  });

  test('The first one in the way is named: which, by which event, recorded when', () => {
    const holds = [
      utc('24T06:00', '24T07:00'),
      utc('24T08:30', '24T08:45'),
      utc('24T08:45', '24T10:00'),
    ];
    expect(holdSlot(morning, holder, [opened('2026-11-24', holds)])).toEqual({
      code: 'SLOT_TAKEN',
      winner: {
        reservationId: theirs,
        memberId: ben.id,
        date: '2026-11-24',
        position: 2,
        recordedAt: longAgo,
        held: utc('24T08:30', '24T08:45'),
      },
    });
  });

  test('The buffer is held like the slot: it must be free too', () => {
    const next = [opened('2026-11-24', [utc('24T09:00', '24T10:00')])];
    expect(holdSlot(granted(wish('2026-11-24T09:00', '10:00'), 5), holder, next)).toMatchObject({
      code: 'SLOT_TAKEN',
    });
  });

  test('One day that is taken refuses the whole slot', () => {
    const days = [opened('2026-11-24'), opened('2026-11-25', [utc('24T23:30', '25T00:30')])];
    expect(holdSlot(overnight, holder, days)).toMatchObject({
      code: 'SLOT_TAKEN',
      winner: { date: '2026-11-25' },
    });
  });

  test('What the same reservation holds is not in the way', () => {
    const own = opened('2026-11-24', [{ ...utc('24T08:30', '24T09:30'), by: mine }]);
    expect(holdSlot(morning, holder, [own])).toHaveLength(1);
  });

  test('A day it needs that was not read is a bug, and throws', () => {
    expect(() => holdSlot(overnight, holder, [opened('2026-11-24')])).toThrow('2026-11-25');
  });
});

describe('A zone that has changed its rules since a day was opened', () => {
  /** As if Zurich had been at UTC when these days were first booked. */
  const asOfUtc = (date: string, holds: readonly Held[] = []) =>
    opened(date, holds, dayAt(date as LocalDate, 'UTC' as TimeZone));

  test('A day whose bounds differ takes no hold, however free it is', () => {
    expect(holdSlot(morning, holder, [asOfUtc('2026-11-24')])).toEqual({
      code: 'ZONE_RULES_CHANGED',
      date: '2026-11-24',
    });
  });

  test.each([
    ['begins', utc('23T22:00', '24T23:00')],
    ['ends', utc('23T23:00', '25T00:00')],
  ])('It differs also when the day only %s at another moment', (_, day) => {
    expect(holdSlot(morning, holder, [opened('2026-11-24', [], day)])).toMatchObject({
      code: 'ZONE_RULES_CHANGED',
    });
  });

  test('A hold that lies in the day next to it by the old rules is still in the way', () => {
    const late = granted(wish('2026-11-25T00:15', '00:45'));
    const days = [asOfUtc('2026-11-24', [utc('24T23:00', '24T23:30')]), unopened('2026-11-25')];
    expect(holdSlot(late, holder, days)).toMatchObject({
      code: 'SLOT_TAKEN',
      winner: { date: '2026-11-24' },
    });
  });

  test('A piece that lies in the day next to it is released with the others', () => {
    const days = [
      asOfUtc('2026-11-24', [{ ...utc('24T23:15', '24T23:45'), by: mine }]),
      opened('2026-11-25'),
    ];
    expect(releaseSlots([mine], days)).toEqual([
      {
        stream: roomDayStream(atrium, '2026-11-24' as LocalDate),
        events: [{ type: 'SlotReleased', data: { reservationId: mine } }],
      },
    ]);
  });
});

describe('What must not change before holds are written', () => {
  const room = {
    ref: { type: 'room', id: atrium },
    position: 1,
    state: { status: 'unknown' },
  } as const;
  const guards = (slot: GrantedSlot, days: readonly Loaded<RoomDayRef>[]) => {
    const holds = holdSlot(slot, holder, days);
    if ('code' in holds) throw new Error(holds.code);
    return guardsOf(room, holds, days);
  };

  test('The room, when a day is opened: who closes or retires it cannot see that day', () => {
    expect(guards(overnight, [opened('2026-11-24'), unopened('2026-11-25')])).toEqual([room.ref]);
  });

  test('Nothing when all days exist, and nothing for a day that is only looked at', () => {
    expect(guards(overnight, [opened('2026-11-24'), opened('2026-11-25')])).toEqual([]);
    const evening = granted(wish('2026-11-24T22:00', '23:00'));
    expect(guards(evening, [opened('2026-11-24'), unopened('2026-11-25')])).toEqual([]);
  });
});
