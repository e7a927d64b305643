import { formatSlot } from '@/app/_shared/format-slot';
import { roomNameOf, type Words } from '@/app/_shared/sentences/sentence';
import type { ReservationPage } from '@/infrastructure/queries/reservation';
import type { CommandId } from '@/domain/shared/ids';
import type { Instant } from '@/domain/shared/time';

/**
 * What the command of this id did to the reservation, as the answer to the form that sent it;
 * undefined when something else has happened since.
 */
export const justDone = (
  { events }: Pick<ReservationPage, 'events'>,
  words: Words,
  now: Instant,
  commandId: CommandId | undefined,
): string | undefined => {
  const last = events.at(-1);
  if (!last || last.metadata.causationId !== commandId) return undefined;
  switch (last.type) {
    case 'RoomReserved':
      return `Booked: ${place(words, last.data.granted, now)}`;
    case 'ReservationMoved':
      return `Moved to ${place(words, last.data.to, now)}`;
    case 'ReservationRestored':
      return `Restored: ${place(words, last.data.granted, now)}`;
    case 'ReservationCancelled':
      return 'Cancelled; the room was given back';
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
