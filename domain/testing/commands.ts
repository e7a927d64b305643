import type { AddRoom } from '@/domain/commands/add-room';
import type { BookRoom } from '@/domain/commands/book-room';
import type { CancelReservation } from '@/domain/commands/cancel-reservation';
import type { ChangeReservationDetails } from '@/domain/commands/change-reservation-details';
import type { CloseRoom } from '@/domain/commands/close-room';
import type { MoveReservation } from '@/domain/commands/move-reservation';
import type { RestoreReservation } from '@/domain/commands/restore-reservation';
import type { RetireRoom } from '@/domain/commands/retire-room';
import { defaultRules } from '@/domain/room/room';
import type { Wish } from '@/domain/shared/time';
import { atrium, commandNumber, mine, sealed, works } from './people';
import { always, details } from './room-stories';
import { zurich } from './wall';

const commandId = commandNumber(1);

/** The commands of the tests: about `mine` in the atrium unless told otherwise. */

export const adding = (told: Partial<AddRoom> = {}): AddRoom => ({
  type: 'AddRoom',
  commandId,
  roomId: atrium,
  details,
  timeZone: zurich,
  openingHours: always,
  rules: defaultRules,
  ...told,
});

export const booking = (wish: Wish, told: Partial<BookRoom> = {}): BookRoom => ({
  type: 'BookRoom',
  commandId,
  reservationId: mine,
  roomId: atrium,
  wish,
  title: sealed('Standup'),
  ...told,
});

export const moving = (wish: Wish, told: Partial<MoveReservation> = {}): MoveReservation => ({
  type: 'MoveReservation',
  commandId,
  reservationId: mine,
  roomId: atrium,
  wish,
  ...told,
});

export const cancelling = (reservationId = mine): CancelReservation => ({
  type: 'CancelReservation',
  commandId,
  reservationId,
});

export const restoring = (reservationId = mine): RestoreReservation => ({
  type: 'RestoreReservation',
  commandId,
  reservationId,
});

export const rewording = (
  changed: Pick<ChangeReservationDetails, 'title' | 'note'>,
): ChangeReservationDetails => ({
  type: 'ChangeReservationDetails',
  commandId,
  reservationId: mine,
  ...changed,
});

export const closing = (wish: Wish, told: Partial<CloseRoom> = {}): CloseRoom => ({
  type: 'CloseRoom',
  commandId,
  roomId: atrium,
  closureId: works,
  wish,
  reason: 'Works',
  cancelThem: false,
  ...told,
});

export const retiring = (told: Partial<RetireRoom> = {}): RetireRoom => ({
  type: 'RetireRoom',
  commandId,
  roomId: atrium,
  cancelThem: false,
  ...told,
});
