import { cookies } from 'next/headers';
import { cache } from 'react';
import { MemberId } from '@/domain/shared/ids';
import { memberById, type Member } from '@/infrastructure/members';

/** The cookie that holds who acts, until signing in is there. */
export const memberCookie = 'member';

const firstMember = 'ana.ruiz';

/**
 * The member this request acts for: the one chosen in the header, Ana Ruiz before anyone is chosen,
 * undefined when the cookie names someone who is no member.
 */
export const whoActs = cache(async (): Promise<Member | undefined> => {
  const id = (await cookies()).get(memberCookie)?.value ?? firstMember;
  return MemberId.is(id) ? memberById(id) : undefined;
});
