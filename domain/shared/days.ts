import type { LocalDate, LocalDateTime } from './time';

/** The date so many days later; earlier when negative. */
export const plusDays = (date: LocalDate, days: number): LocalDate => {
  const day = midnightUtc(date);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10) as LocalDate;
};

/** The day of the week, from 0 for Monday to 6 for Sunday. */
export const dayOfWeek = (date: LocalDate): number => (midnightUtc(date).getUTCDay() + 6) % 7;

/** The date that the wall shows. */
export const dateOf = (wall: LocalDateTime): LocalDate => wall.slice(0, 10) as LocalDate;

/** The minutes that the wall shows since midnight, from 0 to 1439, also when a clock was changed since. */
export const minuteOfDay = (wall: LocalDateTime): number =>
  Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));

const midnightUtc = (date: LocalDate) => new Date(`${date}T00:00:00Z`);
