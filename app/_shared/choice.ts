import { z } from 'zod';
import { RoomId } from '@/domain/shared/ids';
import type { LocalDateTime, Wish } from '@/domain/shared/time';
import type { Alternative } from '@/infrastructure/queries/alternatives';

/** A room and a time, in place of those in the fields of a form. */
export type Choice = { readonly roomId: RoomId; readonly wish: Wish };

/** An alternative as the button of its row sends it. */
export const choiceOf = ({ roomId, wish }: Alternative): string =>
  `${roomId} ${wish.startsAt} ${wish.endsAt}`;

const isWallTime = (text: string): text is LocalDateTime =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}Z`));

/** Reads what a row's button sent. */
export const choiceField = z
  .string('Press the button of the one you want')
  .transform((text, context): Choice => {
    const [roomId = '', startsAt = '', endsAt = ''] = text.split(' ');
    if (RoomId.is(roomId) && isWallTime(startsAt) && isWallTime(endsAt)) {
      return { roomId, wish: { startsAt, endsAt } };
    }
    context.issues.push({
      code: 'custom',
      message: 'This form is damaged; load the page again',
      input: text,
    });
    return z.NEVER;
  });
