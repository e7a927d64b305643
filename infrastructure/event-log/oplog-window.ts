import type { ResumeToken } from 'mongodb';
import { z } from 'zod';
import type { LogState } from './log-documents';
import type { EventLog } from './open-log';

/**
 * How long the log could stand still. Its change stream is resumed in MongoDB's oplog, which forgets
 * the oldest; what is older than the window is forgotten, and the log must be completed from the
 * streams.
 */
export type OplogWindow = {
  /** How far MongoDB remembers back, in seconds. */
  readonly windowSeconds: number;
  /** How far back the log would be resumed, in seconds; undefined when it must first be completed. */
  readonly resumeAgeSeconds: number | undefined;
};

const entrySchema = z.object({ wall: z.date() });
const patienceMs = 2000;

/** Reads the window; undefined where the oplog may not be read, as on some hosted servers. */
export const oplogWindow = async (
  { client }: EventLog,
  state: LogState,
): Promise<OplogWindow | undefined> => {
  const oplog = client.db('local').collection('oplog.rs');
  const end = async (direction: 1 | -1) => {
    const projection = { wall: 1 } as const;
    const found = oplog.find({}, { projection, timeoutMS: patienceMs });
    return entrySchema.parse((await found.sort({ $natural: direction }).limit(1).toArray())[0])
      .wall;
  };
  try {
    const [oldest, newest] = [await end(1), await end(-1)];
    const resumedAt = resumeSeconds(state);
    return {
      windowSeconds: (newest.getTime() - oldest.getTime()) / 1000,
      resumeAgeSeconds:
        resumedAt === undefined ? undefined : Math.max(0, newest.getTime() / 1000 - resumedAt),
    };
  } catch {
    return undefined;
  }
};

const resumeSeconds = ({ resumeToken, resumeTime }: LogState): number | undefined =>
  resumeToken ? tokenSeconds(resumeToken) : resumeTime?.getHighBits();

const tokenSchema = z.object({ _data: z.string().regex(/^82[0-9a-f]{16}/i) });

/** A resume token begins with the mark of a timestamp and, in four bytes, its seconds since 1970. */
const tokenSeconds = (token: ResumeToken): number | undefined => {
  const parsed = tokenSchema.safeParse(token);
  return parsed.success ? Number.parseInt(parsed.data._data.slice(2, 10), 16) : undefined;
};
