import { choicesOf } from '@/app/_shared/time-choice';
import { plusDays } from '@/domain/shared/days';
import type { RoomId } from '@/domain/shared/ids';
import type { LocalDate, Period, TimeZone } from '@/domain/shared/time';
import { dateAt } from '@/domain/shared/zoned-days';

/** What the form of a day starts with, as its fields hold it. */
export type SuggestedTimes = {
  readonly from: string;
  readonly to: string;
  readonly endDate: string;
};

/** A period as the form takes it. */
export const timesOf = (period: Period, timeZone: TimeZone): SuggestedTimes => {
  const { from, to } = choicesOf(period, timeZone);
  const end = dateAt(period.end, timeZone);
  return { from, to, endDate: to === '24:00' ? plusDays(end, -1) : end };
};

/** The address of the form of a room's day that starts with these times. */
export const bookingAddress = (roomId: RoomId, date: LocalDate, times: SuggestedTimes): string =>
  `/rooms/${roomId}/${date}?${new URLSearchParams(times).toString()}#book`;
