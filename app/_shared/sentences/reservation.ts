import type {
  GrantedSlot,
  Reservation,
  ReservationDetailsChanged,
  ReservationEvent,
} from '@/domain/reservation/reservation';
import { dateOf } from '@/domain/shared/days';
import type { Recorded } from '@/domain/shared/stream';
import { formatSlot, formatTimes } from '../format-slot';
import { formatDate } from '../format';
import { refusalReason } from '../refusal-text';
import {
  actor,
  after,
  before,
  erased,
  firstNameOf,
  listed,
  quoted,
  roomNameOf,
  text,
  untold,
  type Sentence,
  type Words,
} from './sentence';

/**
 * Tells one event of a reservation.
 *
 * @example “Ana moved it from Atlas 10:00–11:00 to Boreal 10:30–11:30”
 */
export const reservationSentence = (
  state: Reservation,
  event: Recorded<ReservationEvent>,
  words: Words,
): Sentence => {
  const { recordedAt } = event.metadata;
  const who = actor(words, event.metadata.actor.id);
  switch (event.type) {
    case 'RoomReserved': {
      const { granted, title, memberId } = event.data;
      const forWhat = quoted(words, title);
      return [
        who,
        text(' booked '),
        after(placeAndSlot(words, granted.roomId, formatSlot(granted.slot, recordedAt))),
        ...(forWhat ? [text(` for ${forWhat}`)] : erased(words, title, 'title erased')),
        ...(memberId === event.metadata.actor.id
          ? []
          : [text(`, in the name of ${firstNameOf(words, memberId)}`)]),
      ];
    }
    case 'ReservationRejected': {
      const { memberId, roomId, wished, refusal } = event.data;
      const mine = memberId === words.viewer;
      return [
        mine
          ? { kind: 'actor', text: 'Your' }
          : { kind: 'actor', text: `${firstNameOf(words, memberId)}’s` },
        text(' booking of '),
        after(placeAndSlot(words, roomId, formatSlot(wished, recordedAt))),
        text(
          ` was refused: ${refusalReason(refusal, { words, roomId, wished, askedBy: memberId })}`,
        ),
      ];
    }
    case 'ReservationMoved':
      return [who, text(' moved it from '), ...moved(words, event.data.from, event.data.to)];
    case 'ReservationDetailsChanged':
      return [who, text(' '), ...listed(changes(state, event.data, words))];
    case 'ReservationCancelled': {
      const { cause } = event.data;
      if (!cause) return [who, text(' cancelled it')];
      const what = cause.code === 'ROOM_CLOSED' ? 'closed' : 'retired';
      return [who, text(` cancelled it, because ${roomNameOf(words, cause.roomId)} was ${what}`)];
    }
    case 'ReservationRestored': {
      const { roomId, slot } = event.data.granted;
      return [
        who,
        text(' restored it: '),
        after(placeAndSlot(words, roomId, formatSlot(slot, recordedAt))),
      ];
    }
    default:
      return untold(event);
  }
};

const placeAndSlot = (words: Words, roomId: string, slot: string) =>
  `${roomNameOf(words, roomId)}, ${slot}`;

/** Names only what differs: the room, the date, the times. */
const moved = (words: Words, from: GrantedSlot, to: GrantedSlot): Sentence => {
  const otherRoom = from.roomId !== to.roomId;
  const otherDate = dateOf(from.slot.startsAt) !== dateOf(to.slot.startsAt);
  const otherZone = from.slot.timeZone !== to.slot.timeZone;
  const told = ({ roomId, slot }: GrantedSlot) =>
    [
      otherRoom ? `${roomNameOf(words, roomId)}${otherDate ? ',' : ''}` : '',
      otherDate ? `${formatDate(dateOf(slot.startsAt), from.slot.startsAt)},` : '',
      formatTimes(slot),
      otherZone ? `(${slot.timeZone})` : '',
    ]
      .filter((part) => part !== '')
      .join(' ');
  return [before(told(from)), text(' to '), after(told(to))];
};

const changes = (
  state: Reservation,
  { title, note }: ReservationDetailsChanged['data'],
  words: Words,
): readonly Sentence[] => {
  const old = state.status === 'reserved' || state.status === 'cancelled' ? state : undefined;
  const ofTitle = title && renamed(quoted(words, old?.title), quoted(words, title));
  const ofNote =
    note === undefined
      ? undefined
      : noted(quoted(words, note), old?.note !== undefined, note === null);
  return [
    ...(ofTitle ? [[...ofTitle, ...erased(words, title, 'erased')]] : []),
    ...(ofNote ? [[...ofNote, ...erased(words, note, 'erased')]] : []),
  ];
};

const renamed = (from: string | undefined, to: string | undefined): Sentence => {
  if (!to) return [text('changed the title')];
  if (!from) return [text('renamed it to '), after(to)];
  return [text('renamed it from '), before(from), text(' to '), after(to)];
};

const noted = (to: string | undefined, hadOne: boolean, removed: boolean): Sentence => {
  if (removed) return [text('removed the note')];
  if (!hadOne) return to ? [text('added the note '), after(to)] : [text('added a note')];
  return to ? [text('changed the note to '), after(to)] : [text('changed the note')];
};
