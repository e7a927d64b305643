import { notFound } from 'next/navigation';
import { cache } from 'react';
import { logSeen } from '@/app/_shared/live/log-seen';
import { dateField } from '@/app/_shared/form-schemas';
import { whoActs } from '@/app/_shared/who-acts';
import { RoomId } from '@/domain/shared/ids';
import { roomDayPage, type RoomDayPage } from '@/infrastructure/queries/room-day';

/** The room's day an address names, read once a request; an address that names none is not found. */
export const dayOfRoom = cache(async (roomId: string, date: string): Promise<RoomDayPage> => {
  const parsed = dateField.safeParse(date);
  if (!RoomId.is(roomId) || !parsed.success) notFound();
  await logSeen();
  return (await roomDayPage(roomId, parsed.data, await whoActs())) ?? notFound();
});
