import type { Recorded } from '@/domain/shared/stream';

/** Stands in for the hash chain where the cost of it is measured: events are left as they are. */
export const chained = (event: Recorded): Recorded => event;
