import { z } from 'zod';
import type { KnownReservation } from '@/infrastructure/queries/reservation';
import { cancelled, stillReserved } from '@/domain/reservation/changeable';
import type { Actor } from '@/domain/shared/actor';
import { isRefusal } from '@/domain/shared/refusal';
import type { Instant } from '@/domain/shared/time';

/** What can be done to a reservation; the form is opened by `?do=…`. */
const doings = ['move', 'details', 'cancel', 'restore'] as const;
export type Doing = (typeof doings)[number];

/** What the domain would let this member do to it now; the forms of the rest are not shown. */
export const possible = (
  reservation: KnownReservation,
  viewer: Actor | undefined,
  now: Instant,
): readonly Doing[] => {
  if (!viewer) return [];
  const context = { actor: viewer, now };
  const { reservationId } = reservation;
  if (!isRefusal(stillReserved(reservation, reservationId, context)))
    return ['move', 'details', 'cancel'];
  return isRefusal(cancelled(reservation, reservationId, context)) ? [] : ['restore'];
};

const wanted = z.object({ do: z.enum(doings).optional().catch(undefined) });

/** The form that the address asks for, if that can be done; one that can be done at once is open. */
export const opened = (
  search: Readonly<Record<string, string | string[] | undefined>>,
  can: readonly Doing[],
): Doing | undefined => {
  if (can.includes('restore')) return 'restore';
  const asked = wanted.parse(search).do;
  return asked && can.includes(asked) ? asked : undefined;
};
