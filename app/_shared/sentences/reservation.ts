import type {
  GrantedSlot,
  Reservation,
  ReservationDetailsChanged,
  ReservationEvent,
} from '@/domain/reservation/reservation';
import type { Recorded } from '@/domain/shared/stream';
import { formatSlot } from '../format-slot';
import { refusalReason } from '../refusal-text';
import { causeText } from './cause-text';
import { placeBeside } from './place-beside';
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
      return [who, text(` cancelled it${cause ? `, because ${causeText(words, cause)}` : ''}`)];
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

const moved = (words: Words, from: GrantedSlot, to: GrantedSlot): Sentence => [
  before(placeBeside(words, to, from)),
  text(' to '),
  after(placeBeside(words, from, to)),
];

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
