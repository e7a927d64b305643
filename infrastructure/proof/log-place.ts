import { z } from 'zod';
import type { LogState } from '../event-log/log-documents';
import type { Break } from './breaks';

/**
 * Where a log stood: which log it is, its last position, and the hash of the entry there. Whoever keeps
 * it elsewhere can tell later that nothing up to there was changed.
 */
export type LogPlace = {
  readonly generation: string;
  readonly position: number;
  readonly hash: string;
};

const form = /^([^:\s]{1,64}):(\d{1,15}):([A-Za-z0-9_-]{43})$/;

const place = z
  .string()
  .trim()
  .regex(form)
  .transform((text): LogPlace => {
    const [, generation = '', position = '', hash = ''] = form.exec(text) ?? [];
    return { generation, position: Number(position), hash };
  });

/** `generation:position:hash` as a place; undefined for a text of another form. */
export const parseLogPlace = (text: string): LogPlace | undefined => place.safeParse(text).data;

/** `generation:position:hash`. */
export const logPlaceText = ({ generation, position, hash }: LogPlace): string =>
  `${generation}:${position}:${hash}`;

/** Where a log stands; undefined while there is nothing in it. */
export const logPlaceOf = (
  state: Pick<LogState, 'generation' | 'position' | 'headHash'> | undefined,
): LogPlace | undefined => {
  if (!state || state.headHash === null) return undefined;
  const { generation, position, headHash: hash } = state;
  return { generation, position, hash };
};

/** Whether the log still holds a place that was kept elsewhere: what it has up to there is unchanged. */
export const keptPlaceBreak = (
  kept: LogPlace,
  state: LogState | undefined,
  hashThere: string | undefined,
): Break | undefined => {
  const broken = (what: string): Break => ({ kind: 'head', logPosition: kept.position, what });
  const restoredAt = state?.restoredFrom?.find(
    (log) => log.generation === kept.generation,
  )?.position;
  if (state?.generation !== kept.generation && restoredAt === undefined) {
    const now = state ? `is of generation ${state.generation}` : 'is not there';
    return broken(`the kept head is of generation ${kept.generation}, but the log ${now}`);
  }
  if (restoredAt !== undefined && restoredAt < kept.position) {
    return broken(`the log was restored as it was at ${restoredAt}: what came after is not in it`);
  }
  if (hashThere === undefined) {
    return broken(
      `the log ends at ${state?.position ?? 0}: what came up to the kept head was taken away`,
    );
  }
  if (hashThere === kept.hash) return undefined;
  return broken('the log has another entry there: something up to the kept head was changed');
};
