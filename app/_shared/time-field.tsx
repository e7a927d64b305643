'use client';

import { FieldFrame, type FieldProps } from './field-frame';
import { SelectBox } from './select-box';
import type { TimeOption } from './time-choice';

type TimeFieldProps = FieldProps & {
  /** The grid, counted from midnight. */
  readonly stepMinutes: number;
  /** The times to list; else all of a plain day. */
  readonly times?: readonly TimeOption[] | undefined;
  /** An end may be 24:00, not 00:00. */
  readonly end?: boolean;
};

/** Below this a list of all times would be too long to choose from. */
const leastListed = 5;

/**
 * A time of day, `hh:mm`. A list where the grid is not too fine: the browser's own time field writes
 * by the machine's language, knows no 24:00, and lets people type what is off the grid.
 */
export const TimeField = ({ stepMinutes, times, end = false, ...props }: TimeFieldProps) => (
  <FieldFrame {...props} required>
    {(control, value) =>
      stepMinutes < leastListed ? (
        <input
          {...control}
          type="time"
          step={stepMinutes * 60}
          className="field"
          defaultValue={value}
        />
      ) : (
        <SelectBox>
          <select {...control} key={value} className="field" defaultValue={value}>
            {withValue(times ?? timesOn(stepMinutes, end), value).map((time) => (
              <option key={time.value} value={time.value}>
                {time.label}
              </option>
            ))}
          </select>
        </SelectBox>
      )
    }
  </FieldFrame>
);

/** All times of a day on the grid. */
const timesOn = (stepMinutes: number, end: boolean): readonly TimeOption[] => {
  const first = end ? stepMinutes : 0;
  const last = end ? 24 * 60 : 24 * 60 - 1;
  const times: TimeOption[] = [];
  for (let minutes = first; minutes <= last; minutes += stepMinutes) {
    times.push({ value: timeAt(minutes), label: timeAt(minutes) });
  }
  return times;
};

/** With the one that is there already, even when it is off the grid. */
const withValue = (times: readonly TimeOption[], value: string): readonly TimeOption[] => {
  if (value === '' || times.some((time) => time.value === value)) return times;
  const later = times.findIndex((time) => time.value > value);
  return times.toSpliced(later === -1 ? times.length : later, 0, { value, label: value });
};

const timeAt = (minutes: number) => {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
