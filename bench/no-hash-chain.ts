import type { Recorded } from '@/domain/shared/stream';

export { hashOf, sha256 } from '@/infrastructure/event-store/hash-chain';

/** Stands in for the hash chain where the cost of it is measured: events are left as they are. */
export const chained = (event: Recorded): Recorded => event;
