import { describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { z } from 'zod';
import { ReservationId } from '@/domain/shared/ids';
import { eventStore } from '../store';
import { myReservations } from './mine';
import { listQuery, reservationLists } from './mine-query';
import { ana, at, ben, booked, booking, cancelled, roomAdded, wish } from './query.fixture';

const anyReservation = ReservationId.of(v7());

describe('My reservations', () => {
  test('are in the list of what they are at the moment, and nobody else’s are', async () => {
    const room = await roomAdded('Atlas');
    const early = await booked(ana, room, wish('09:00', '10:00'), 'Stand-up');
    const late = await booked(ana, room, wish('11:00', '12:00'));
    const gone = await booked(ana, room, wish('13:00', '14:00'));
    await cancelled(ana, gone);
    await booked(ben, room, wish('14:00', '15:00'));
    const { reservationId: refused } = await booking(ana, room, wish('14:00', '15:00'));

    const lists = async (now: string) =>
      Object.fromEntries(
        await Promise.all(
          (['upcoming', 'earlier', 'cancelled', 'refused'] as const).map(async (list) => {
            const { reservations } = await myReservations(ana, list, at(now));
            return [list, reservations.map((r) => r.reservationId)] as const;
          }),
        ),
      );
    expect(await lists('08:00')).toEqual({
      upcoming: [early, late],
      earlier: [],
      cancelled: [gone],
      refused: [refused],
    });
    expect(await lists('10:00')).toMatchObject({ upcoming: [late], earlier: [early] });

    const { counts, rooms, texts } = await myReservations(ana, 'upcoming', at('08:00'));
    expect(counts).toEqual({ upcoming: 2, earlier: 0, cancelled: 1, refused: 1 });
    expect(rooms[room]?.name).toBe('Atlas');
    expect(Object.values(texts).sort()).toEqual(['Design review', 'Stand-up']);
  });

  test('come in pages that neither repeat nor leave out one, also where ends are equal', async () => {
    const rooms = await Promise.all(Array.from({ length: 25 }, (_, i) => roomAdded(`Room ${i}`)));
    const all = await Promise.all(rooms.map((room) => booked(ben, room, wish('20:00', '21:00'))));
    const first = await myReservations(ben, 'upcoming', at('19:00'));
    const second = await myReservations(ben, 'upcoming', at('19:00'), first.next);
    expect(first.reservations).toHaveLength(20);
    expect(second.next).toBeUndefined();
    const seen = [...first.reservations, ...second.reservations].map((r) => r.reservationId);
    expect(new Set(seen)).toEqual(new Set(all));
    expect(seen).toHaveLength(25);
  });

  test('are found by an index, never by looking through all', async () => {
    const collection = (await eventStore()).collectionOf('reservation');
    for (const list of reservationLists) {
      for (const after of [undefined, { at: at('12:00'), reservationId: anyReservation }]) {
        const { filter, sort } = listQuery(ana, list, at('08:00'), after);
        const plan = await collection.find(filter).sort(sort).limit(21).explain('executionStats');
        const { executionStages } = z
          .object({ executionStages: z.unknown() })
          .parse(plan.executionStats);
        expect(JSON.stringify(executionStages)).toContain('IXSCAN');
        expect(JSON.stringify(executionStages)).not.toContain('COLLSCAN');
      }
    }
  });
});
