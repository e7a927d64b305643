'use client';

import { useEffect, useState } from 'react';
import type { ClockAnswer } from './ask-the-clock';
import type { TimeFields } from './time-fields';
import type { TimeZone } from '@/domain/shared/time';

/** What the typed time means in the zone, as soon as it is known; undefined until then. */
export const useClockAnswer = (
  fields: TimeFields | undefined,
  zone: string | undefined,
): ClockAnswer | undefined => {
  const [answer, setAnswer] = useState<ClockAnswer>();
  useEffect(() => {
    if (!fields || !zone) return;
    let asking = true;
    const ask = async () => {
      const { askTheClock } = await import('./ask-the-clock');
      if (asking) setAnswer(askTheClock(fields, zone as TimeZone));
    };
    // Without a connection the form stays as it is without scripts.
    ask().catch(() => undefined);
    return () => {
      asking = false;
    };
  }, [fields, zone]);
  return answer;
};
