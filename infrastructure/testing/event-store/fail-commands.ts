import { onTestFinished } from 'vitest';
import type { OpenStore } from './toy-store';

/** What the server does to a store's commands instead of carrying them out. */
export type Fault = {
  /** Names of database commands: find, insert, update, commitTransaction, … */
  readonly failCommands: readonly string[];
  readonly errorCode?: number;
  readonly errorLabels?: readonly string[];
  /** Only for this collection. */
  readonly namespace?: string;
  /** Drops the connection instead of answering. */
  readonly closeConnection?: boolean;
  /** Carries the command out, and answers that the write concern was not met. */
  readonly writeConcernError?: { readonly code: number; readonly errmsg: string };
  /** Waits before it goes on. */
  readonly blockConnection?: boolean;
  readonly blockTimeMS?: number;
};

type Mode = { readonly times: number } | 'alwaysOn' | 'off';

/**
 * Makes the server fail the next `times` of these commands of this store, and of no one else's; for
 * ever when `times` is left out. Ends with the test, or when the function it gives is called.
 */
export const failCommands = async (store: OpenStore, fault: Fault, times?: number) => {
  const admin = store.client.db('admin');
  const configure = (mode: Mode) =>
    admin.command({
      configureFailPoint: 'failCommand',
      mode,
      ...(mode !== 'off' && { data: { ...fault, appName: store.appName } }),
    });
  await configure(times === undefined ? 'alwaysOn' : { times });
  const end = async () => {
    await configure('off');
  };
  onTestFinished(end);
  return end;
};
