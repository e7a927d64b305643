'use client';

import { useId } from 'react';
import { useFormState } from '@/app/_shared/form-context';
import { counted } from '@/app/_shared/format-duration';
import type { InTheWay } from '@/app/_shared/form-state';

/**
 * What stands in the way, once that is known, and the tick that has it cancelled. What is listed is
 * sent along: nothing else is cancelled. The tick is set anew for each list.
 */
export const CancelListed = () => {
  const state = useFormState();
  const listed = state.status === 'refused' ? (state.refusal.inTheWay ?? []) : [];
  if (listed.length === 0) return null;
  return (
    <div className="grid gap-3">
      <input
        type="hidden"
        name="listed"
        value={listed.map(({ reservationId }) => reservationId).join()}
      />
      <ul
        aria-label="In the way"
        className="max-h-72 divide-y divide-line overflow-y-auto rounded-control border border-line bg-surface"
      >
        {listed.map((reservation) => (
          <Row key={reservation.reservationId} reservation={reservation} />
        ))}
      </ul>
      <Tick count={listed.length} />
    </div>
  );
};

/** Opens beside the form, which keeps what was typed. */
const Row = ({ reservation: { reservationId, times, who, title } }: { reservation: InTheWay }) => (
  <li className="flex flex-wrap items-baseline gap-x-3 px-3 py-1.5">
    <a
      href={`/reservations/${reservationId}`}
      target="_blank"
      rel="noreferrer"
      className="link py-0.5 whitespace-nowrap"
    >
      {times}
      <span className="sr-only">, opens in a new tab</span>
    </a>
    <span className="min-w-0 flex-1 wrap-anywhere">
      {who}
      {title !== undefined && <span className="text-ink-2">, {title}</span>}
    </span>
  </li>
);

const Tick = ({ count }: { count: number }) => {
  const id = useId();
  const what = count === 1 ? 'this reservation' : `these ${counted(count, 'reservation')}`;
  return (
    <div className="flex items-start gap-2">
      <input
        id={id}
        type="checkbox"
        name="cancelThem"
        aria-describedby={`${id}hint`}
        className="check mt-0.5 shrink-0"
      />
      <div>
        <label htmlFor={id} className="block font-medium">
          Cancel {what}
        </label>
        <p id={`${id}hint`} className="text-sub text-ink-3">
          In the same step. If another one has come by then, nothing is changed.
        </p>
      </div>
    </div>
  );
};
