import { notFound } from 'next/navigation';
import { cache } from 'react';
import { logSeen } from '@/app/_shared/live/log-seen';
import { RoomId } from '@/domain/shared/ids';
import { roomPage, type RoomPage } from '@/infrastructure/queries/room';

/** The room an address names, read once a request; an address that names none is not found. */
export const roomOf = cache(async (roomId: string): Promise<RoomPage> => {
  if (!RoomId.is(roomId)) notFound();
  await logSeen();
  return (await roomPage(roomId)) ?? notFound();
});
