import { cache } from 'react';
import { background } from '@/infrastructure/app-background';

/**
 * Where the log stands, as this server has heard; the same throughout a request. To be asked before a
 * page reads what it shows: what comes later may not be in it.
 */
export const logSeen = cache(async (): Promise<number> => (await background()).feed.position);
