import { z } from 'zod';
import { dateField, timeField, wholeNumberField } from '@/app/_shared/form-schemas';
import type { LocalDate } from '@/domain/shared/time';
import type { ListedRoom } from '@/infrastructure/queries/rooms';

const asked = z.object({
  date: dateField.optional().catch(undefined),
  at: timeField
    .refine((time) => time !== '24:00')
    .optional()
    .catch(undefined),
  seats: wholeNumberField(1, 2000).optional().catch(undefined),
  equipment: z.string().trim().min(1).max(60).optional().catch(undefined),
});

/** What is looked for: a date, a time to begin, at least so many seats, one piece of equipment; any part may be left out. */
export type RoomSearch = z.infer<typeof asked>;

/** What the address asks for; what cannot be read is not asked for. */
export const askedRooms = (search: Readonly<Record<string, string | string[] | undefined>>) =>
  asked.parse(search);

/** The address of a search on a date, or today without one. */
export const linkTo = (
  { at, seats, equipment }: RoomSearch,
  date: LocalDate | undefined,
): string => {
  const wanted = new URLSearchParams();
  if (date) wanted.set('date', date);
  if (at) wanted.set('at', at);
  if (seats) wanted.set('seats', String(seats));
  if (equipment) wanted.set('equipment', equipment);
  return wanted.size === 0 ? '/rooms' : `/rooms?${wanted.toString()}`;
};

/** True for a room that has what is looked for, and would grant the time. */
export const fits = (
  { capacity, equipment, offer }: Pick<ListedRoom, 'capacity' | 'equipment' | 'offer'>,
  { at, seats = 0, equipment: wanted }: RoomSearch,
): boolean =>
  capacity >= seats &&
  (at === undefined || offer !== undefined) &&
  (wanted === undefined || equipment.some((item) => same(item, wanted)));

/** All equipment there is, each named once, in order. */
export const equipmentOf = (rooms: readonly Pick<ListedRoom, 'equipment'>[]): readonly string[] => {
  const named = new Map<string, string>();
  for (const item of rooms.flatMap(({ equipment }) => equipment)) {
    const key = item.toLowerCase();
    if (!named.has(key)) named.set(key, item);
  }
  return [...named.values()].sort((a, b) => a.localeCompare(b, 'en'));
};

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
