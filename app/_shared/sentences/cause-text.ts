import type { CancelCause } from '@/domain/reservation/reservation';
import { roomNameOf, type Words } from './sentence';

/** What happened to the room, so that a reservation was cancelled: “Atlas was closed”. */
export const causeText = (words: Words, { code, roomId }: CancelCause): string =>
  `${roomNameOf(words, roomId)} was ${code === 'ROOM_CLOSED' ? 'closed' : 'retired'}`;
