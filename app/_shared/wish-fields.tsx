import { AskedFields } from './asked-fields';
import { DateField } from './fields';
import { TimeField } from './time-field';

type WishFieldsProps = {
  /** What the form suggests. */
  readonly date: string;
  readonly endDate?: string;
  readonly from?: string;
  readonly to?: string;
  readonly stepMinutes: number;
  /** Ask for the last date too: for what may last longer than a day. */
  readonly overDays?: boolean;
  readonly zone: string;
};

/** When: a date and two times on the wall of the room. The fields of `wishShape`. */
export const WishFields = ({
  date,
  endDate = date,
  from,
  to,
  stepMinutes,
  overDays,
  zone,
}: WishFieldsProps) => (
  <>
    <div className={`grid gap-3 ${overDays ? 'grid-cols-2' : 'grid-cols-2 phone:grid-cols-3'}`}>
      <DateField
        name="date"
        label={overDays ? 'First day' : 'Date'}
        required
        defaultValue={date}
        className={overDays ? '' : 'max-phone:col-span-2'}
      />
      <TimeField name="from" label="From" stepMinutes={stepMinutes} defaultValue={from} />
      {overDays && <DateField name="endDate" label="Last day" required defaultValue={endDate} />}
      <TimeField name="to" label="To" end stepMinutes={stepMinutes} defaultValue={to} />
    </div>
    <p className="text-sub text-ink-3">
      Times on the wall of the room, {zone}.
      {!overDays && ' An end that is not after the start lies on the next day.'}
    </p>
    <AskedFields names={['startOccurrence', 'endOccurrence']} />
  </>
);
