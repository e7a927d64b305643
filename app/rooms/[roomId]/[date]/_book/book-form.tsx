import type { ReactNode } from 'react';
import { ActionForm } from '@/app/_shared/action-form';
import { TextAreaField, TextField } from '@/app/_shared/fields';
import { freshIds } from '@/app/_shared/fresh-ids';
import { SubmitButton } from '@/app/_shared/submit-button';
import type { DayTimes } from '@/app/_shared/time-choice';
import { WishFields } from '@/app/_shared/wish-fields';
import { longestNote, longestTitle } from '@/app/reservations/_fields/text-limits';
import type { LocalDate } from '@/domain/shared/time';
import type { KnownRoom } from '@/infrastructure/queries/named-rooms';
import { bookRoom } from './book.action';
import { OtherDay } from './other-day';
import type { SuggestedTimes } from '../../../_days/form-times';

type BookFormProps = {
  readonly room: KnownRoom;
  readonly date: LocalDate;
  readonly suggested: SuggestedTimes;
  /** The times of the date, with what stands against each. */
  readonly times: DayTimes;
  /** In place of the form, which is folded then: why it could only be refused on this day. */
  readonly instead?: ReactNode;
};

/** Books the room on this day. */
export const BookForm = async ({ room, date, suggested, times, instead }: BookFormProps) => (
  <section id="book" aria-labelledby="book-here" className="rounded-panel border border-line p-4">
    <h2 id="book-here" className="text-title font-semibold">
      Book {room.details.name}
    </h2>
    {instead && <div className="mt-3">{instead}</div>}
    <ActionForm
      action={bookRoom}
      ids={await freshIds('commandId', 'reservationId')}
      label={`Book ${room.details.name}`}
      summary={instead ? 'Fill in the form all the same' : undefined}
      className="mt-3 grid gap-3"
    >
      <input type="hidden" name="roomId" value={room.roomId} />
      <WishFields
        date={date}
        {...suggested}
        times={times}
        stepMinutes={room.rules.gridMinutes}
        overDays={room.rules.longestMinutes > 24 * 60}
        zone={room.timeZone}
      />
      <OtherDay roomId={room.roomId} shown={date} label={`Book ${room.details.name}`} />
      <TextField
        name="title"
        label="Title"
        required
        maxLength={longestTitle}
        hint="Read by you and by managers; others see that the room is reserved, and by whom"
      />
      <TextAreaField name="note" label="Note (optional)" rows={2} maxLength={longestNote} />
      <div>
        <SubmitButton pending="Booking…">Book</SubmitButton>
      </div>
    </ActionForm>
  </section>
);
