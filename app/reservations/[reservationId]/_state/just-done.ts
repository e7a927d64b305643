import { formatSlot } from '@/app/_shared/format-slot';
import { roomNameOf, type Words } from '@/app/_shared/sentences/sentence';
import type { ReservationPage } from '@/infrastructure/queries/reservation';
import type { Instant } from '@/domain/shared/time';

/** How long an answer stays on the page that a form led to. */
const freshMs = 30_000;

/**
 * What the viewer did to this reservation a moment ago, as an answer to their form; undefined when
 * the newest event is older or someone else’s. Works with and without scripts, and leaves the
 * address as it is.
 */
export const justDone = (
  { events }: ReservationPage,
  words: Words,
  now: Instant,
): string | undefined => {
  const last = events.at(-1);
  if (!last || last.metadata.actor.id !== words.viewer) return undefined;
  if (Date.parse(now) - Date.parse(last.metadata.recordedAt) > freshMs) return undefined;
  switch (last.type) {
    case 'RoomReserved':
      return `Booked: ${place(words, last.data.granted, now)}`;
    case 'ReservationMoved':
      return `Moved to ${place(words, last.data.to, now)}`;
    case 'ReservationRestored':
      return `Restored: ${place(words, last.data.granted, now)}`;
    case 'ReservationCancelled':
      return 'Cancelled; the room is free again';
    case 'ReservationDetailsChanged':
      return 'The details are changed';
    case 'ReservationRejected':
      return undefined;
    default: {
      const unknown: never = last;
      return unknown;
    }
  }
};

type Granted = Extract<
  ReservationPage['events'][number],
  { type: 'RoomReserved' }
>['data']['granted'];

const place = (words: Words, { roomId, slot }: Granted, now: Instant) =>
  `${roomNameOf(words, roomId)}, ${formatSlot(slot, now)}`;
