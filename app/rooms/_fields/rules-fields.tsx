import { NumberField } from '@/app/_shared/fields';
import type { BookingRules } from '@/domain/room/room';
import { mostMinutes, mostDays } from './rules-schema';

const fields = [
  ['gridMinutes', 'Steps', 'min', 'Starts and ends lie on multiples of it', 1, 1440],
  ['bufferMinutes', 'Buffer', 'min', 'Kept free after each reservation', 0, 1440],
  ['shortestMinutes', 'Shortest', 'min', 'The least a reservation lasts', 1, mostMinutes],
  ['longestMinutes', 'Longest', 'min', 'The most a reservation lasts', 1, mostMinutes],
  ['leadTimeMinutes', 'Notice', 'min', 'How long before its start it is made', 0, mostMinutes],
  ['horizonDays', 'Ahead', 'days', 'How far ahead can be booked', 1, mostDays],
] as const satisfies readonly (readonly [keyof BookingRules, ...unknown[]])[];

/** The rules of booking a room. */
export const RulesFields = ({ rules }: { rules: BookingRules }) => (
  <fieldset>
    <legend className="mb-2 font-medium">Rules of booking</legend>
    <div className="grid gap-3 phone:grid-cols-2">
      {fields.map(([name, label, unit, hint, min, max]) => (
        <NumberField
          key={name}
          name={name}
          label={label}
          unit={unit}
          hint={hint}
          min={min}
          max={max}
          required
          defaultValue={String(rules[name])}
        />
      ))}
    </div>
  </fieldset>
);
