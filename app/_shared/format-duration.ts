import type { Instant, Period } from '@/domain/shared/time';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** `45 min`, `1 h 30 min`, `2 h`, `3 days`; whole minutes. */
export const formatMinutes = (minutes: number): string => {
  const whole = Math.round(minutes);
  if (whole >= 48 * 60 && whole % (24 * 60) === 0) return `${whole / (24 * 60)} days`;
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};

/** How long a period lasts; on the day the clock changes this is not what the wall seems to say. */
export const formatLength = ({ start, end }: Period): string =>
  formatMinutes((Date.parse(end) - Date.parse(start)) / minuteMs);

/**
 * A gap between two moments, as exact as it is worth: `0.307 s`, `12 s`, `4 min`, `3 h`, `2 days`.
 * Negative gaps count as none.
 */
export const formatGap = (milliseconds: number): string => {
  const gap = Math.max(0, milliseconds);
  if (gap < 10_000) return `${(gap / 1000).toFixed(gap < 1000 ? 3 : 1)} s`;
  if (gap < minuteMs) return `${Math.round(gap / 1000)} s`;
  return coarse(gap);
};

const coarse = (gap: number): string => {
  if (gap < hourMs) return `${Math.floor(gap / minuteMs)} min`;
  if (gap < dayMs) return `${Math.floor(gap / hourMs)} h`;
  return counted(Math.floor(gap / dayMs), 'day');
};

/** `49 min ago`, `in 3 days`, `just now`. */
export const formatRelative = (instant: Instant, now: Instant): string => {
  const gap = Date.parse(now) - Date.parse(instant);
  if (Math.abs(gap) < minuteMs) return gap >= 0 ? 'just now' : 'in a moment';
  return gap > 0 ? `${coarse(gap)} ago` : `in ${coarse(-gap)}`;
};

/** `1 day`, `3 days`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
