import type { BookingRules } from '@/domain/room/room';
import { counted, formatMinutes } from '../format-duration';
import { after, before, text, type Sentence } from './sentence';

type Rule = {
  readonly name: string;
  readonly figure: (rules: BookingRules) => string;
};

/** The rules of booking with their names and figures, in the order in which people meet them. */
const namedRules: { readonly [key in keyof BookingRules]: Rule } = {
  gridMinutes: { name: 'steps', figure: (r) => formatMinutes(r.gridMinutes) },
  shortestMinutes: { name: 'shortest booking', figure: (r) => formatMinutes(r.shortestMinutes) },
  longestMinutes: { name: 'longest booking', figure: (r) => formatMinutes(r.longestMinutes) },
  leadTimeMinutes: { name: 'lead time', figure: (r) => orNone(r.leadTimeMinutes) },
  horizonDays: { name: 'horizon', figure: (r) => counted(r.horizonDays, 'day') },
  bufferMinutes: { name: 'buffer', figure: (r) => orNone(r.bufferMinutes) },
};

const orNone = (minutes: number) => (minutes === 0 ? 'none' : formatMinutes(minutes));

/** What changed: “shortest booking from 15 min to 30 min”. */
export const ruleChanges = (
  from: BookingRules | undefined,
  to: BookingRules,
): readonly Sentence[] =>
  Object.values(namedRules).flatMap(({ name, figure }): readonly Sentence[] => {
    if (!from) return [[text(`${name} `), after(figure(to))]];
    if (figure(from) === figure(to)) return [];
    return [[text(`${name} from `), before(figure(from)), text(' to '), after(figure(to))]];
  });
