import type { RefusalCode } from '@/domain/shared/refusal';
import { unobserved, type StoreObserver } from '../event-store/observer';
import { processWide } from '../process-wide';
import { refusalCodeOf } from './store-metrics';

/** A command that was refused although nothing was wrong with it. */
export type TurnedAway = {
  readonly at: Date;
  readonly code: RefusalCode;
  readonly command: string;
  readonly correlationId: string;
};

/** Refusals that are about this service, not about what was asked for. */
const ofTheService: ReadonlySet<RefusalCode> = new Set([
  'BUSY',
  'UNAVAILABLE',
  'OUTCOME_UNKNOWN',
  'STREAM_FULL',
  'NEWER_VERSION',
]);

/** True for a refusal that those who look after the app should hear of. */
export const isTurnedAway = (code: RefusalCode): boolean => ofTheService.has(code);

const mostKept = 50;

const kept = () => processWide<TurnedAway[]>('turned away', () => []);

/** What this process turned away, the newest first, at most 50; it begins anew with the process. */
export const recentlyTurnedAway = (): readonly TurnedAway[] => [...kept()].reverse();

/** Keeps what is turned away. */
export const keepTurnedAway: StoreObserver = {
  ...unobserved,
  command:
    ({ type, commandId }, { correlationId = commandId }) =>
    (ended) => {
      const code = refusalCodeOf(ended);
      if (!code || !isTurnedAway(code)) return;
      const all = kept();
      all.push({ at: new Date(), code, command: type, correlationId });
      if (all.length > mostKept) all.shift();
    },
};
