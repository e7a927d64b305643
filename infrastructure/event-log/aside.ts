import type { Collection } from 'mongodb';
import type { Stamped } from './commit-stamps';
import type { EventLog } from './open-log';

/** A stream with events the log lacks: those after `logged`, up to `until`. */
export type Behind = {
  readonly namespace: string;
  readonly streamName: string;
  readonly logged: number;
  readonly until: number;
};

/** Where things are put aside while the log is completed, so that memory does not grow with the store. */
export type Aside = {
  readonly behind: Collection<Behind>;
  readonly missing: Collection<Stamped>;
  readonly drop: () => Promise<void>;
};

const form = /^event_log_aside_(\d+)_/;

/**
 * Gives a sequencer collections of its own, by its fencing token: one that was frozen while it
 * completed the log must not disturb who took over. What earlier ones left is dropped.
 */
export const openAside = async ({ db }: EventLog, fence: number): Promise<Aside> => {
  const drop = async () => {
    const found = await db.listCollections({ name: form }, { nameOnly: true }).toArray();
    for (const { name } of found) {
      if (Number(form.exec(name)?.[1]) <= fence) await db.dropCollection(name);
    }
  };
  await drop();
  const named = <T extends object>(name: string) =>
    db.collection<T>(`event_log_aside_${fence}_${name}`);
  return { behind: named<Behind>('behind'), missing: named<Stamped>('missing'), drop };
};
