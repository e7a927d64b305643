import type {
  GrantedSlot,
  ReservationCancelled,
  ReservationMoved,
  ReservationRestored,
  RoomReserved,
} from '@/domain/reservation/reservation';
import { dayOfWeek, plusDays } from '@/domain/shared/days';
import { minutesOf } from '@/domain/shared/instants';
import type { RoomId } from '@/domain/shared/ids';
import type { Recorded } from '@/domain/shared/stream';
import type { LocalDate } from '@/domain/shared/time';
import { dayPieces } from '@/domain/shared/zoned-days';
import { parseStreamName } from '../event-store/stream-document';
import type { ReadModel, Row } from './read-model';

/** How much of a room was booked in one week; a week begins on Monday, on the room's wall. */
export type RoomWeek = Row & {
  readonly kind: 'week';
  readonly roomId: RoomId;
  readonly monday: LocalDate;
  readonly bookedMinutes: number;
  /** Reservations that begin in it. */
  readonly reservations: number;
};

/** What a reservation holds now, to be taken off when it is moved or cancelled. */
type HeldRow = Row & { readonly kind: 'reservation'; readonly granted: GrantedSlot };

type Event = RoomReserved | ReservationMoved | ReservationCancelled | ReservationRestored;

/** What one change adds to a week, or takes off. */
type Delta = { readonly minutes: number; readonly reservations: number };

/** Use of each room by week: minutes and reservations that stand. */
export const useOfRooms: ReadModel = {
  name: 'use_of_rooms',
  version: 1,
  eventTypes: [
    'RoomReserved',
    'ReservationMoved',
    'ReservationCancelled',
    'ReservationRestored',
  ] satisfies Event['type'][],
  indexes: [{ key: { kind: 1, roomId: 1, monday: 1 } }],
  apply: async (entries, { rows, session }) => {
    const events = entries.map(({ event }) => event as Recorded<Event>);
    const ids = [...new Set(events.map(reservationOf))];
    const found = await rows.find({ _id: { $in: ids } }, { session }).toArray();
    const before = new Map(found.map((row) => [row._id, (row as HeldRow).granted]));
    const after = new Map<string, GrantedSlot | undefined>(before);
    for (const event of events) after.set(reservationOf(event), heldAfter(event));
    const deltas = new Map<string, Delta>();
    for (const id of ids) {
      addTo(deltas, before.get(id), -1);
      addTo(deltas, after.get(id), 1);
    }
    const writes = [
      ...[...after].map(([_id, granted]) => heldWrite(_id, granted, before.has(_id))),
      ...[...deltas].map(([_id, delta]) => weekWrite(_id, delta)),
    ];
    if (writes.length > 0) await rows.bulkWrite(writes, { session, ordered: false });
  },
};

const reservationOf = ({ metadata }: Recorded) => parseStreamName(metadata.streamName).id;

/** What a reservation holds after an event. */
const heldAfter = (event: Recorded<Event>): GrantedSlot | undefined => {
  switch (event.type) {
    case 'RoomReserved':
    case 'ReservationRestored':
      return event.data.granted;
    case 'ReservationMoved':
      return event.data.to;
    case 'ReservationCancelled':
      return undefined;
  }
};

const addTo = (deltas: Map<string, Delta>, granted: GrantedSlot | undefined, sign: 1 | -1) => {
  if (!granted) return;
  for (const { monday, minutes, begins } of weeksOf(granted)) {
    const id = `${granted.roomId}_${monday}`;
    const known = deltas.get(id) ?? { minutes: 0, reservations: 0 };
    deltas.set(id, {
      minutes: known.minutes + sign * minutes,
      reservations: known.reservations + (begins ? sign : 0),
    });
  }
};

/** The weeks a slot touches, with the minutes in each; the first is the one in which it begins. */
const weeksOf = ({
  slot,
}: GrantedSlot): readonly { monday: LocalDate; minutes: number; begins: boolean }[] => {
  const weeks = new Map<LocalDate, number>();
  for (const { date, piece } of dayPieces(slot, slot.timeZone)) {
    const monday = plusDays(date, -dayOfWeek(date));
    weeks.set(monday, (weeks.get(monday) ?? 0) + minutesOf(piece));
  }
  return [...weeks].map(([monday, minutes], i) => ({ monday, minutes, begins: i === 0 }));
};

const heldWrite = (_id: string, granted: GrantedSlot | undefined, stood: boolean) => {
  if (!granted) return { deleteOne: { filter: { _id } } };
  const row = { kind: 'reservation', granted };
  // An insert takes a third of the time of an upsert.
  if (!stood) return { insertOne: { document: { _id, ...row } } };
  return { replaceOne: { filter: { _id }, replacement: row } };
};

const weekWrite = (_id: string, { minutes, reservations }: Delta) => {
  const [roomId, monday] = _id.split('_');
  return {
    updateOne: {
      filter: { _id },
      update: {
        $setOnInsert: { kind: 'week', roomId, monday },
        $inc: { bookedMinutes: minutes, reservations },
      },
      upsert: true,
    },
  };
};
