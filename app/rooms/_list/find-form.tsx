import Form from 'next/form';
import type { ReactNode } from 'react';
import { SelectBox } from '@/app/_shared/select-box';
import type { LocalDate } from '@/domain/shared/time';
import { linkTo, type RoomSearch } from './search';

type FindFormProps = {
  readonly search: RoomSearch;
  /** The date that is shown. */
  readonly date: LocalDate;
  readonly equipment: readonly string[];
};

/** Looks for rooms on a date, by time, seats and equipment; what is looked for is in the address. */
export const FindForm = ({ search, date, equipment }: FindFormProps) => (
  <Form
    key={linkTo(search, date)}
    action="/rooms"
    prefetch={false}
    role="search"
    aria-label="Find a room"
    className="grid grid-cols-2 items-end gap-3 max-phone:basis-full phone:flex phone:flex-wrap"
  >
    <Field label="Date">
      <input type="date" name="date" defaultValue={date} className="field phone:w-36" />
    </Field>
    <Field label="Free at">
      <SelectBox>
        <select name="at" defaultValue={search.at ?? ''} className="field phone:w-24">
          <option value="">any</option>
          {timesWith(search.at).map((time) => (
            <option key={time}>{time}</option>
          ))}
        </select>
      </SelectBox>
    </Field>
    <Field label="Seats, at least">
      <input
        type="number"
        name="seats"
        inputMode="numeric"
        min={1}
        max={2000}
        placeholder="any"
        defaultValue={search.seats}
        className="field phone:w-24"
      />
    </Field>
    <Field label="Equipment">
      <SelectBox>
        <select name="equipment" defaultValue={search.equipment ?? ''} className="field phone:w-36">
          <option value="">any</option>
          {equipment.map((item) => (
            <option key={item}>{item}</option>
          ))}
        </select>
      </SelectBox>
    </Field>
    <button type="submit" className="button max-phone:col-span-2">
      Find
    </button>
  </Form>
);

const halfHours = Array.from(
  { length: 48 },
  (_, i) => `${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`,
);

/** Every half hour, and the time that is looked for. */
const timesWith = (time: string | undefined) =>
  [...new Set([...halfHours, ...(time === undefined ? [] : [time])])].sort();

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <label className="block min-w-0">
    <span className="mb-1 block text-sub font-medium text-ink-2">{label}</span>
    {children}
  </label>
);
