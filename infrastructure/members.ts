import { MemberId } from '@/domain/shared/ids';
import type { Role } from '@/domain/shared/actor';

/** Someone who may act: signing in comes later, until then one of these is chosen in the header. */
export type Member = { readonly id: MemberId; readonly name: string; readonly role: Role };

const member = (id: string, name: string, role: Role): Member => ({
  id: MemberId.of(id),
  name,
  role,
});

export const demoMembers: readonly Member[] = [
  member('ana.ruiz', 'Ana Ruiz', 'member'),
  member('ben.okafor', 'Ben Okafor', 'member'),
  member('clara.weiss', 'Clara Weiss', 'manager'),
  member('dmitri.sokol', 'Dmitri Sokol', 'member'),
  member('emi.tanaka', 'Emi Tanaka', 'member'),
  member('farid.amini', 'Farid Amini', 'member'),
  member('grace.lim', 'Grace Lim', 'member'),
  member('hugo.marin', 'Hugo Marin', 'manager'),
];

/** The member of this id, or undefined: nobody acts who is not one of them. */
export const memberById = (id: string): Member | undefined =>
  demoMembers.find((candidate) => candidate.id === id);
