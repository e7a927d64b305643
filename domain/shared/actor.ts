import type { MemberId } from './ids';

/** Members book for themselves; managers also look after rooms and everyone's reservations. */
export type Role = 'member' | 'manager';

/** Who sends a command; kept in every event. */
export type Actor = { readonly id: MemberId; readonly role: Role };
