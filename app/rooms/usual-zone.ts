import type { TimeZone } from '@/domain/shared/time';

/** The zone that most rooms are in, of several the one met first; UTC where there are no rooms. */
export const usualZone = (rooms: readonly { readonly timeZone: TimeZone }[]): TimeZone => {
  const counts = new Map<TimeZone, number>();
  for (const { timeZone } of rooms) counts.set(timeZone, (counts.get(timeZone) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? ('UTC' as TimeZone);
};
