import { cookies } from 'next/headers';
import { CommandId } from '@/domain/shared/ids';
import { doneCookie } from './done-cookie';

/** Long enough for the next page to come, even on a slow line. */
const aMinute = { path: '/', maxAge: 60, sameSite: 'lax' } as const;

/** Has the page that a form leads to tell what this command did. */
export const tellOnce = async (commandId: string): Promise<void> => {
  (await cookies()).set(doneCookie, commandId, aMinute);
};

/** The command this page is to tell of; undefined on every page but the first after it. */
export const toldOnce = async (): Promise<CommandId | undefined> => {
  const id = (await cookies()).get(doneCookie)?.value;
  return id !== undefined && CommandId.is(id) ? id : undefined;
};
