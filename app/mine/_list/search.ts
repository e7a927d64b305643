import { z } from 'zod';
import { ReservationId } from '@/domain/shared/ids';
import type { Instant } from '@/domain/shared/time';
import {
  reservationLists,
  type ListCursor,
  type ReservationList,
} from '@/infrastructure/queries/mine-query';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const cursor = z.string().transform((text, context): ListCursor => {
  const [at = '', id = ''] = text.split('_');
  if (instant.test(at) && ReservationId.is(id)) return { at: at as Instant, reservationId: id };
  context.issues.push({ code: 'custom', message: 'Not a place in the list', input: text });
  return z.NEVER;
});

const asked = z.object({
  list: z.enum(reservationLists).catch('upcoming'),
  after: cursor.optional().catch(undefined),
});

/** The list that the address asks for, and where to go on in it; the upcoming ones by default. */
export const askedList = (search: Readonly<Record<string, string | string[] | undefined>>) =>
  asked.parse(search);

/** The address of a list, or of a later page of it. */
export const linkTo = (list: ReservationList, after?: ListCursor): string => {
  const place = after ? `&after=${after.at}_${after.reservationId}` : '';
  return list === 'upcoming' && !after ? '/mine' : `/mine?list=${list}${place}`;
};
