import { z } from 'zod';
import { lineField, shownField, wholeNumberField } from '@/app/_shared/form-schemas';
import type { RoomDetails } from '@/domain/room/room';

const longestName = 30;
const mostItems = 20;

const equipment = z.string().transform((text, context) => {
  const items = [
    ...new Set(text.split(',').map((item) => item.replace(/\s+/g, ' ').trim())),
  ].filter((item) => item !== '');
  if (items.length > mostItems || items.some((item) => item.length > longestName)) {
    const message = `Name at most ${mostItems} things, each in at most ${longestName} characters`;
    context.issues.push({ code: 'custom', message, input: text });
    return z.NEVER;
  }
  return items;
});

/** The fields of `DetailsFields`. */
export const detailsShape = {
  name: lineField('the room a name', 60),
  floor: lineField('the floor it is on', 20),
  capacity: wholeNumberField(1, 2000),
  equipment,
};

/** The details that were typed. */
export const typedDetails = ({
  name,
  floor,
  capacity,
  equipment: items,
}: RoomDetails): RoomDetails => ({
  name,
  floor,
  capacity,
  equipment: items,
});

/** The details the form was opened with. */
export const shownDetails = shownField(
  z.object({
    name: z.string(),
    floor: z.string(),
    capacity: z.number(),
    equipment: z.array(z.string()),
  }),
);

/**
 * Only what differs from what the form was opened with: what others changed meanwhile in a field
 * that was left alone is not changed back.
 */
export const changedDetails = (from: RoomDetails, to: RoomDetails): Partial<RoomDetails> => ({
  ...(to.name !== from.name && { name: to.name }),
  ...(to.floor !== from.floor && { floor: to.floor }),
  ...(to.capacity !== from.capacity && { capacity: to.capacity }),
  ...(to.equipment.join() !== from.equipment.join() && { equipment: to.equipment }),
});
