import type { MemberId } from '@/domain/shared/ids';
import { activityOfMembers, type MemberActivity } from '../read-models/activity-of-members';
import { readRows } from './read-rows';

/** So many are shown. */
export const mostActivity = 50;

/** What a member did, the latest first: one row for each command that was done. */
export const activityOf = async (memberId: MemberId): Promise<readonly MemberActivity[]> => {
  const rows = await readRows(activityOfMembers);
  const found = await rows?.find({ memberId }).sort({ position: -1 }).limit(mostActivity).toArray();
  return (found ?? []) as MemberActivity[];
};
