'use client';

import { useRef } from 'react';
import { AskedFields } from './asked-fields';
import { DateField } from './fields';
import type { DayTimes } from './time-choice';
import { TimeField } from './time-field';
import { useClockAnswer } from './use-clock-answer';
import { useTimeFields } from './use-time-fields';
import { wishNote } from './wish-note';

type WishFieldsProps = {
  /** What the form suggests. */
  readonly date: string;
  readonly endDate?: string;
  readonly from?: string;
  readonly to?: string;
  readonly stepMinutes: number;
  /** The times to list, where the date is known; else all of a plain day. */
  readonly times?: DayTimes;
  /** Ask for the last date too: for what may last longer than a day. */
  readonly overDays?: boolean;
  /** The zone in words. */
  readonly zone: string;
  /** The zone by room, where the form lets choose one. */
  readonly zones?: Readonly<Record<string, string>>;
};

/**
 * When: a date and two times on the wall of the room. The fields of `wishShape`. Where scripts run
 * the end follows the start, and the length stands under them.
 */
export const WishFields = (props: WishFieldsProps) => {
  const { date, endDate = date, from, to, stepMinutes, times, overDays, zone, zones } = props;
  const box = useRef<HTMLDivElement>(null);
  const now = useTimeFields(box);
  const answer = useClockAnswer(now, zones && now?.roomId ? zones[now.roomId] : zone);
  return (
    <>
      <div ref={box} className="@container">
        <div className={`grid gap-3 ${overDays ? 'grid-cols-2' : 'grid-cols-2 @md:grid-cols-3'}`}>
          <DateField
            name="date"
            label={overDays ? 'First day' : 'Date'}
            required
            defaultValue={date}
            className={overDays ? '' : 'col-span-2 @md:col-span-1'}
          />
          <TimeField
            name="from"
            label="From"
            stepMinutes={stepMinutes}
            times={times?.from}
            defaultValue={from}
          />
          {overDays && (
            <DateField name="endDate" label="Last day" required defaultValue={endDate} />
          )}
          <TimeField
            name="to"
            label="To"
            end
            stepMinutes={stepMinutes}
            times={times?.to}
            defaultValue={to}
          />
        </div>
      </div>
      <p className="text-sub text-ink-3">
        <span aria-live="polite" className="with-script block min-h-4 font-medium text-ink-2">
          {answer && wishNote(answer.slot)}
        </span>
        Local time of the room, {zone}.
        {!overDays && ' An end that is not after the start lies on the next day.'}
      </p>
      <AskedFields names={['startOccurrence', 'endOccurrence']} asks={answer?.asks} />
    </>
  );
};
