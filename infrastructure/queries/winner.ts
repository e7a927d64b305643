import { reservationStream, type GrantedSlot } from '@/domain/reservation/reservation';
import type { Actor } from '@/domain/shared/actor';
import type { MemberId, ReservationId } from '@/domain/shared/ids';
import { eventStore } from '../store';
import { openedTexts } from './opened-texts';

/** The reservation that had the slot, as it stands now. */
export type WinnerView = {
  readonly reservationId: ReservationId;
  readonly memberId: MemberId;
  readonly status: 'reserved' | 'cancelled';
  readonly granted: GrantedSlot;
  /** Given to those who may read it. */
  readonly title?: string;
};

/** What this viewer may know of the reservation that won; undefined when there is none of that id. */
export const winnerView = async (
  reservationId: ReservationId,
  viewer: Actor | undefined,
): Promise<WinnerView | undefined> => {
  const [loaded] = await (await eventStore()).readStates([reservationStream(reservationId)]);
  const state = loaded?.state;
  if (state?.status !== 'reserved' && state?.status !== 'cancelled') return undefined;
  const { memberId, status, granted, title } = state;
  const opened = (await openedTexts(viewer, [title]))[title.box];
  const readable = typeof opened === 'string' ? { title: opened } : {};
  return { reservationId, memberId, status, granted, ...readable };
};
