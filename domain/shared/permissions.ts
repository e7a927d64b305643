import type { Actor } from './actor';
import type { MemberId } from './ids';
import type { Refusal } from './refusal';

/** Rooms are looked after by managers. Refuses everyone else with NOT_ALLOWED. */
export const mayManageRooms = (actor: Actor): Refusal | undefined =>
  actor.role === 'manager' ? undefined : { code: 'NOT_ALLOWED', needs: 'manager' };

/** How the app runs is looked after by managers. Refuses everyone else with NOT_ALLOWED. */
export const mayOperate = (actor: Actor): Refusal | undefined =>
  actor.role === 'manager' ? undefined : { code: 'NOT_ALLOWED', needs: 'manager' };

/** A reservation is changed by whom it belongs to, or by a manager. Refuses others with NOT_YOURS. */
export const mayChangeReservation = (actor: Actor, owner: MemberId): Refusal | undefined =>
  actor.id === owner || actor.role === 'manager' ? undefined : { code: 'NOT_YOURS' };
