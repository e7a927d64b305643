import type {
  GrantedSlot,
  ReservationCancelled,
  ReservationMoved,
} from '@/domain/reservation/reservation';
import { holdsOf, type Hold, type RoomDay, type RoomDayEvent } from '@/domain/room-day/room-day';
import type { MemberId, ReservationId } from '@/domain/shared/ids';
import type { Sealed } from '@/domain/shared/sealed';
import type { Recorded } from '@/domain/shared/stream';
import type { Period, TimeZone } from '@/domain/shared/time';
import { formatMinutes } from '../format-duration';
import { formatTimes, wallSlot } from '../format-slot';
import { causeText } from './cause-text';
import { placeBeside } from './place-beside';
import {
  actor,
  after,
  before,
  erased,
  firstNameOf,
  quoted,
  text,
  untold,
  type Sentence,
  type Words,
} from './sentence';

/** The words of a day: its room's zone, and what is known now of the reservations named in it. */
export type DayWords = Words & {
  readonly timeZone: TimeZone;
  /** By reservation id. */
  readonly reservations: Readonly<
    Record<string, { readonly title?: Sealed; readonly granted?: GrantedSlot }>
  >;
  /** What gave a slot back, by the `messageId` of the release. */
  readonly releases: Readonly<Record<string, Release>>;
};

/** What was recorded of the reservation together with the release. */
type Release = ReservationMoved | ReservationCancelled;

/**
 * Tells one event of a room's day.
 *
 * @example “Ben took 10:00–11:00 and the 15 min after it, for “Hiring panel””
 */
export const roomDaySentence = (
  day: RoomDay,
  event: Recorded<RoomDayEvent>,
  words: DayWords,
): Sentence => {
  const who = actor(words, event.metadata.actor.id);
  const { reservationId } = event.data;
  switch (event.type) {
    case 'SlotHeld': {
      const { piece, memberId } = event.data;
      const title = words.reservations[reservationId]?.title;
      const forWhat = quoted(words, title);
      return [
        who,
        text(' took '),
        after(pieceText(piece, reservationId, words), linkTo(reservationId)),
        ...(memberId === event.metadata.actor.id
          ? []
          : [text(` for ${firstNameOf(words, memberId)}`)]),
        ...(forWhat ? [text(` for ${forWhat}`)] : erased(words, title, 'title erased')),
      ];
    }
    case 'SlotReleased': {
      const hold = holdOf(day, reservationId);
      if (!hold) return [who, text(' gave a slot back')];
      const piece = {
        ...before(pieceText(hold, reservationId, words)),
        href: linkTo(reservationId),
      };
      return [
        who,
        text(' gave back '),
        piece,
        ...holder(hold.memberId, event, words),
        ...why(words.releases[event.metadata.messageId], words),
      ];
    }
    default:
      return untold(event);
  }
};

const linkTo = (reservationId: ReservationId) => `/reservations/${reservationId}`;

const holder = (memberId: MemberId, event: Recorded<RoomDayEvent>, words: DayWords): Sentence =>
  memberId === event.metadata.actor.id ? [] : [text(`, which ${firstNameOf(words, memberId)} had`)];

const why = (release: Release | undefined, words: DayWords): Sentence => {
  switch (release?.type) {
    case undefined:
      return [];
    case 'ReservationMoved': {
      const { from, to } = release.data;
      return [text(', because it was moved to '), after(placeBeside(words, from, to))];
    }
    case 'ReservationCancelled': {
      const { cause } = release.data;
      return [text(`, because ${cause ? causeText(words, cause) : 'it was cancelled'}`)];
    }
    default: {
      const unknown: never = release;
      return unknown;
    }
  }
};

const holdOf = (day: RoomDay, reservationId: ReservationId): Hold | undefined =>
  holdsOf(day).find((hold) => hold.reservationId === reservationId);

/** The times of a piece; its buffer apart where the reservation still stands as it was held. */
const pieceText = (piece: Period, reservationId: ReservationId, words: DayWords): string => {
  const granted = words.reservations[reservationId]?.granted;
  const { start, end } = piece;
  const asGranted =
    granted?.heldUntil === end && granted.slot.end < end && granted.slot.end > start;
  if (!asGranted) return formatTimes(wallSlot(piece, words.timeZone));
  const buffer = (Date.parse(end) - Date.parse(granted.slot.end)) / 60_000;
  const used = { start: piece.start, end: granted.slot.end };
  return `${formatTimes(wallSlot(used, words.timeZone))} and the ${formatMinutes(buffer)} after it`;
};
