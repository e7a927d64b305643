import type { Actor } from '@/domain/shared/actor';
import { ClosureId, CommandId, MemberId, ReservationId, RoomId } from '@/domain/shared/ids';
import type { Sealed } from '@/domain/shared/sealed';
import type { Instant } from '@/domain/shared/time';

/** Books for herself. */
export const ana: Actor = { id: MemberId.of('ana.ruiz'), role: 'member' };
/** Books for himself. */
export const ben: Actor = { id: MemberId.of('ben.okafor'), role: 'member' };
/** Looks after rooms and everyone's reservations. */
export const clara: Actor = { id: MemberId.of('clara.weiss'), role: 'manager' };

const uuid = (kind: number, n: number) =>
  `0199a000-000${kind}-7000-8000-${n.toString().padStart(12, '0')}`;

/** The room of most tests, and another one. */
export const atrium = RoomId.of(uuid(1, 1));
export const library = RoomId.of(uuid(1, 2));

/** The nth room, reservation, closure or command of a test. */
export const roomNumber = (n: number) => RoomId.of(uuid(1, n));
export const reservationNumber = (n: number) => ReservationId.of(uuid(2, n));
export const closureNumber = (n: number) => ClosureId.of(uuid(3, n));
export const commandNumber = (n: number) => CommandId.of(uuid(4, n));

/** The reservation a test is about, and one that somebody else has. */
export const mine = reservationNumber(1);
export const theirs = reservationNumber(2);

/** The closure a test is about. */
export const works = closureNumber(1);

/** Personal text as the domain sees it: nobody looks inside. */
export const sealed = (text: string, owner: Actor = ana): Sealed => ({ key: owner.id, box: text });

/** The clock of all tests, unless a command says otherwise: a Friday, 09:00 in Zurich. */
export const now = '2026-11-20T08:00:00.000Z' as Instant;

/** When what is given was recorded, unless it says otherwise. */
export const longAgo = '2026-11-02T12:00:00.000Z' as Instant;
