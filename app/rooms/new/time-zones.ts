import type { TimeZone } from '@/domain/shared/time';

/** The IANA time zones this server knows, UTC among them. */
export const timeZones = (): readonly TimeZone[] => [
  ...new Set(['UTC' as TimeZone, ...(Intl.supportedValuesOf('timeZone') as TimeZone[])]),
];

/** Whether a text names a time zone this server knows. */
export const isTimeZone = (text: string): text is TimeZone =>
  (timeZones() as readonly string[]).includes(text);

/** The zone a new room most likely is in: that of the machine. */
export const suggestedZone = (): string => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : 'UTC';
};
