import { memberById, type Member } from '@/infrastructure/members';

const member = (id: string): Member => {
  const found = memberById(id);
  if (!found) throw new Error(`The demo has no member ${id}`);
  return found;
};

export const ana = member('ana.ruiz');
export const ben = member('ben.okafor');
export const dmitri = member('dmitri.sokol');
export const emi = member('emi.tanaka');
export const farid = member('farid.amini');
export const grace = member('grace.lim');

/** Managers: they look after rooms and everyone's reservations. */
export const clara = member('clara.weiss');
export const hugo = member('hugo.marin');
