import type { ClientSession } from 'mongodb';
import type { GrantedSlot, ReservationEvent } from '@/domain/reservation/reservation';
import type { MemberId } from '@/domain/shared/ids';
import type { Sealed } from '@/domain/shared/sealed';
import type { Recorded } from '@/domain/shared/stream';
import { parseStreamName } from '../event-store/stream-document';
import type { ReadModel, Row } from './read-model';
import { wordsOf } from './words';

/**
 * A reservation as it can be searched. The one place with personal text in plain; so each row names
 * its person, and goes when that person is forgotten.
 */
export type SearchRow = Row & {
  readonly memberId: MemberId;
  readonly title: string;
  readonly note: string | null;
  readonly words: readonly string[];
  readonly granted: GrantedSlot;
  readonly status: 'reserved' | 'cancelled';
};

/**
 * Opens personal text inside the transaction that writes it down in plain, and makes sure that nobody
 * forgets those persons before it is written. Texts by `box`; what was erased is missing.
 */
export type OpenForSearch = (
  sealed: readonly Sealed[],
  session: ClientSession,
) => Promise<ReadonlyMap<string, string>>;

const eventTypes = [
  'RoomReserved',
  'ReservationMoved',
  'ReservationDetailsChanged',
  'ReservationCancelled',
  'ReservationRestored',
] as const satisfies ReservationEvent['type'][];
type SearchedEvent = Extract<ReservationEvent, { type: (typeof eventTypes)[number] }>;

/** Reservations by the words of their titles and notes. */
export const searchOf = (open: OpenForSearch): ReadModel => ({
  name: 'search',
  version: 1,
  eventTypes,
  indexes: [{ key: { words: 1, memberId: 1 } }, { key: { memberId: 1 } }],
  apply: async (entries, { rows, session }) => {
    const events = entries.map(({ event }) => event as Recorded<SearchedEvent>);
    const ids = [...new Set(events.map(idOf))];
    const found = await rows.find({ _id: { $in: ids } }, { session }).toArray();
    const texts = await open(events.flatMap(sealedIn), session);
    const after = new Map(found.map((row) => [row._id, row as SearchRow]));
    for (const event of events) {
      const row = rowAfter(after.get(idOf(event)), event, texts);
      if (row) after.set(row._id, row);
    }
    const writes = [...after.values()].map(({ _id, ...replacement }) => ({
      replaceOne: { filter: { _id }, replacement, upsert: true },
    }));
    if (writes.length > 0) await rows.bulkWrite(writes, { session, ordered: false });
  },
});

const idOf = ({ metadata }: Recorded) => parseStreamName(metadata.streamName).id;

const sealedIn = ({ type, data }: SearchedEvent): readonly Sealed[] =>
  type === 'RoomReserved' || type === 'ReservationDetailsChanged'
    ? [data.title, data.note].filter((sealed) => sealed !== undefined && sealed !== null)
    : [];

/** The row after an event; undefined where there is none, because its person was forgotten. */
const rowAfter = (
  row: SearchRow | undefined,
  event: Recorded<SearchedEvent>,
  texts: ReadonlyMap<string, string>,
): SearchRow | undefined => {
  if (event.type === 'RoomReserved') {
    const { memberId, granted, title, note } = event.data;
    const opened = texts.get(title.box);
    if (opened === undefined) return undefined;
    const texted = withText({ title: opened, note: (note && texts.get(note.box)) ?? null });
    return { _id: idOf(event), memberId, granted, status: 'reserved', ...texted };
  }
  if (!row) return undefined;
  switch (event.type) {
    case 'ReservationMoved':
      return { ...row, granted: event.data.to };
    case 'ReservationRestored':
      return { ...row, granted: event.data.granted, status: 'reserved' };
    case 'ReservationCancelled':
      return { ...row, status: 'cancelled' };
    case 'ReservationDetailsChanged': {
      const { title, note } = event.data;
      return {
        ...row,
        ...withText({
          title: (title && texts.get(title.box)) ?? row.title,
          note: note === undefined ? row.note : ((note && texts.get(note.box)) ?? null),
        }),
      };
    }
  }
};

const withText = ({ title, note }: Pick<SearchRow, 'title' | 'note'>) => ({
  title,
  note,
  words: wordsOf(`${title} ${note ?? ''}`),
});
