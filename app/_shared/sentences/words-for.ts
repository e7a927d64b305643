import { demoMembers } from '@/infrastructure/members';
import type { NamedRooms } from '@/infrastructure/queries/named-rooms';
import type { Words } from './sentence';

const members: Words['members'] = Object.fromEntries(demoMembers.map(({ id, name }) => [id, name]));

/** The words of a page: everyone's names, its rooms, and what the viewer may read. */
export const wordsFor = (
  viewer: { readonly id: string } | undefined,
  rooms: NamedRooms,
  texts: Words['texts'] = {},
): Words => ({
  ...(viewer && { viewer: viewer.id }),
  members,
  rooms: Object.fromEntries(
    Object.entries(rooms).map(([id, { name, timeZone }]) => [id, { name, timeZone }]),
  ),
  texts,
});
