import { isRefusal } from '@/domain/shared/refusal';
import type { LocalDateTime, TimeZone } from '@/domain/shared/time';
import { slotOf } from '@/domain/shared/wall-clock';
import { formatOffset, timeOf } from './format';
import type { Ask } from './form-state';
import { wishOf, type TypedWish } from './wish';

/**
 * What to ask of a typed time in a zone: which of the two is meant, for a start and for an end that
 * happen twice and do not say it themselves. Both at once, and also when they were answered, so that
 * the answers stay to be seen.
 */
export const asksFor = (typed: TypedWish, timeZone: TimeZone): readonly Ask[] => {
  const { startsAt, endsAt } = wishOf(typed);
  return [
    ...(typed.from.occurrence ? [] : ask('startOccurrence', startsAt, timeZone)),
    ...(typed.to.occurrence ? [] : ask('endOccurrence', endsAt, timeZone)),
  ];
};

const ask = (name: Ask['name'], wall: LocalDateTime, timeZone: TimeZone): readonly Ask[] => {
  const slot = slotOf({ startsAt: wall, endsAt: wall }, timeZone);
  if (!isRefusal(slot) || slot.code !== 'TIME_HAPPENS_TWICE') return [];
  const [earlier, later] = slot.offsets;
  return [
    {
      name,
      label: `Which ${timeOf(wall)} do you mean?`,
      options: [
        { value: 'earlier', label: `The first, at ${formatOffset(earlier)}` },
        { value: 'later', label: `The second, at ${formatOffset(later)}` },
      ],
    },
  ];
};
