import { reservationStream } from '@/domain/reservation/reservation';
import type { Actor } from '@/domain/shared/actor';
import { ReservationId } from '@/domain/shared/ids';
import { searchOf } from '../read-models/search';
import { wordsOf } from '../read-models/words';
import { eventStore } from '../store';
import { namedRooms, type NamedRooms } from './named-rooms';
import { openedTexts, type OpenedTexts } from './opened-texts';
import { readRows } from './read-rows';
import type { KnownReservation } from './reservation';

/** A reservation that was granted, whether it stands or not. */
type GrantedReservation = Exclude<KnownReservation, { status: 'rejected' }>;

export type FoundReservations = {
  /** The latest first. */
  readonly reservations: readonly GrantedReservation[];
  /** True when there are more than are shown. */
  readonly more: boolean;
  readonly rooms: NamedRooms;
  readonly texts: OpenedTexts;
};

/** So many are shown. */
export const mostFound = 30;

/**
 * Reservations in whose title or note every one of these words begins a word: those of the member,
 * or of everyone for a manager. What is found is shown as its stream has it now.
 */
export const searchReservations = async (
  viewer: Actor,
  asked: string,
): Promise<FoundReservations> => {
  const words = wordsOf(asked);
  const store = await eventStore();
  const rows = await readRows(searchOf(store.sealing.openGuarded));
  if (!rows || words.length === 0) return { reservations: [], more: false, rooms: {}, texts: {} };
  const filter = {
    // Letters and digits only: nothing in them means anything to a pattern.
    $and: words.map((word) => ({ words: { $regex: `^${word}` } })),
    ...(viewer.role !== 'manager' && { memberId: viewer.id }),
  };
  const order = { 'granted.slot.start': -1, _id: -1 } as const;
  const found = await rows
    .find(filter, { projection: { _id: 1 } })
    .sort(order)
    .limit(mostFound + 1)
    .toArray();
  const ids = found.slice(0, mostFound).map(({ _id }) => ReservationId.of(_id));
  const loaded = await store.readStates(ids.map(reservationStream));
  const reservations = loaded.flatMap(({ state }) =>
    state.status === 'reserved' || state.status === 'cancelled' ? [state] : [],
  );
  const [rooms, texts] = await Promise.all([
    namedRooms(reservations.map(({ granted }) => granted.roomId)),
    openedTexts(
      viewer,
      reservations.map(({ title }) => title),
    ),
  ]);
  return { reservations, more: found.length > mostFound, rooms, texts };
};
