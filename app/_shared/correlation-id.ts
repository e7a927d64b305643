import { headers } from 'next/headers';
import { requestIdHeader, requestIdOf } from './request-id';

/**
 * Ties together what belongs to this request: it stands in the log lines, in every event that the
 * request causes, and in the answer's `x-request-id`. `proxy.ts` has given it to the request.
 */
export const correlationId = async (): Promise<string> =>
  requestIdOf((await headers()).get(requestIdHeader));
