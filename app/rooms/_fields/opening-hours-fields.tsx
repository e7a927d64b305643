import { TextField } from '@/app/_shared/fields';
import { weekdays, type OpeningHours } from '@/domain/room/room';
import { hoursField, hoursText, weekdayNames } from './opening-hours-text';

/** The opening hours of each weekday, as text: any number of windows fits in one field. */
export const OpeningHoursFields = ({ hours }: { hours: OpeningHours }) => (
  <fieldset>
    <legend className="mb-1 font-medium">Opening hours</legend>
    <p className="mb-3 text-sub text-ink-3">
      In the room’s local time. Such as 08:00–18:00; with a pause 08:00–12:00, 13:00–18:00; around
      the clock 00:00–24:00; empty when closed.
    </p>
    <div className="grid gap-3 phone:grid-cols-2">
      {weekdays.map((day) => (
        <TextField
          key={day}
          name={hoursField(day)}
          label={weekdayNames[day]}
          placeholder="closed"
          defaultValue={hoursText(hours[day])}
        />
      ))}
    </div>
  </fieldset>
);
