'use server';

import { cookies } from 'next/headers';
import { memberById } from '@/infrastructure/members';
import { MemberId } from '@/domain/shared/ids';
import { memberCookie } from '../who-acts';
import { themeCookie, themeSchema } from './theme';

const forAYear = {
  path: '/',
  maxAge: 365 * 24 * 60 * 60,
  sameSite: 'lax',
  httpOnly: true,
} as const;

/** Sets who acts in this browser; a name that is no member's changes nothing. */
export const chooseMember = async (form: FormData): Promise<void> => {
  const chosen = form.get(memberCookie);
  if (typeof chosen !== 'string' || !MemberId.is(chosen) || !memberById(chosen)) return;
  (await cookies()).set(memberCookie, chosen, forAYear);
};

/** Sets the theme of this browser; what is no theme changes nothing. */
export const chooseTheme = async (form: FormData): Promise<void> => {
  const chosen = themeSchema.safeParse(form.get(themeCookie));
  if (!chosen.success) return;
  (await cookies()).set(themeCookie, chosen.data, forAYear);
};
