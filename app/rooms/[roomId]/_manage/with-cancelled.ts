import { counted } from '@/app/_shared/format-duration';
import type { ReservationId } from '@/domain/shared/ids';

/** What was done, and how many reservations went with it. */
export const withCancelled = (done: string, cancelled: readonly ReservationId[]): string =>
  cancelled.length === 0 ? done : `${done}; ${counted(cancelled.length, 'reservation')} cancelled`;
