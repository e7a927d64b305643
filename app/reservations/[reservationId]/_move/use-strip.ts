'use client';

import { useEffect, useState } from 'react';
import { z } from 'zod';
import { dateField } from '@/app/_shared/form-schemas';
import type { ReservationId } from '@/domain/shared/ids';
import type { Instant } from '@/domain/shared/time';
import type { DayStrip } from '@/infrastructure/queries/day-strip';

/** A room's day in one line, and which it is. */
export type RoomStrip = { readonly roomId: string; readonly strip: DayStrip };

const instant = z.iso.datetime().transform((text) => text as Instant);
const period = z.object({ start: instant, end: instant });
const answer = z.object({
  date: dateField,
  shown: period,
  open: z.array(period),
  taken: z.array(period),
});

/** The day of the room that is chosen; the last known one until another has been fetched. */
export const useStrip = (
  first: RoomStrip,
  { roomId, date }: { readonly roomId: string; readonly date: string },
  moving: ReservationId,
): RoomStrip => {
  const [known, setKnown] = useState(first);
  const isKnown = known.roomId === roomId && known.strip.date === date;
  useEffect(() => {
    if (isKnown || !dateField.safeParse(date).success) return;
    const asking = new AbortController();
    const fetchStrip = async () => {
      const address = `/rooms/${roomId}/${date}/strip?moving=${moving}`;
      const response = await fetch(address, { signal: asking.signal });
      if (!response.ok) return;
      setKnown({ roomId, strip: answer.parse(await response.json()) });
    };
    // Without an answer the day is not drawn; the form works all the same.
    fetchStrip().catch(() => undefined);
    return () => {
      asking.abort();
    };
  }, [isKnown, roomId, date, moving]);
  return known;
};
