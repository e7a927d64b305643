import { notFound } from 'next/navigation';
import { cache } from 'react';
import { logSeen } from '@/app/_shared/live/log-seen';
import { whoActs } from '@/app/_shared/who-acts';
import { ReservationId } from '@/domain/shared/ids';
import { reservationPage, type ReservationPage } from '@/infrastructure/queries/reservation';

/** The reservation an address names, read once a request; an address that names none is not found. */
export const reservationOf = cache(async (reservationId: string): Promise<ReservationPage> => {
  if (!ReservationId.is(reservationId)) notFound();
  await logSeen();
  return (await reservationPage(reservationId, await whoActs())) ?? notFound();
});
