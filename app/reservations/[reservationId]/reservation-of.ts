import { notFound } from 'next/navigation';
import { cache } from 'react';
import { whoActs } from '@/app/_shared/who-acts';
import { ReservationId } from '@/domain/shared/ids';
import { reservationPage, type ReservationPage } from '@/infrastructure/queries/reservation';

/** The reservation an address names, read once a request; an address that names none is not found. */
export const reservationOf = cache(async (reservationId: string): Promise<ReservationPage> => {
  if (!ReservationId.is(reservationId)) notFound();
  return (await reservationPage(reservationId, await whoActs())) ?? notFound();
});
