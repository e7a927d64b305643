import { reservationStream } from '@/domain/reservation/reservation';
import type { Actor } from '@/domain/shared/actor';
import type { MemberId, ReservationId } from '@/domain/shared/ids';
import { eventStore } from '../store';
import { openedTexts } from './opened-texts';

/** The personal text of a reservation as it stands, as far as someone may read it. */
export type CurrentDetails = {
  readonly memberId: MemberId;
  readonly title: string | undefined;
  readonly note: string | undefined;
  /** True also when the note may not be read. */
  readonly hasNote: boolean;
};

/** Title and note as this viewer may read them; undefined when there is nothing that has them. */
export const currentDetails = async (
  reservationId: ReservationId,
  viewer: Actor,
): Promise<CurrentDetails | undefined> => {
  const [loaded] = await (await eventStore()).readStates([reservationStream(reservationId)]);
  const state = loaded?.state;
  if (state?.status !== 'reserved' && state?.status !== 'cancelled') return undefined;
  const { memberId, title, note } = state;
  const texts = await openedTexts(viewer, [title, note]);
  return {
    memberId,
    title: texts[title.box] ?? undefined,
    note: (note && texts[note.box]) ?? undefined,
    hasNote: note !== undefined,
  };
};
