import { SubmitButton } from '@/app/_shared/submit-button';
import type { Instant } from '@/domain/shared/time';
import type { ParkedEvent } from '@/infrastructure/event-log/subscription';
import { Choice } from '../_words/choice';
import { Failure } from './failure-box';
import { writtenWish } from './parked-wish';

type ParkedEventsProps = {
  readonly events: readonly ParkedEvent[];
  readonly keepsRows: boolean;
  readonly now: Instant;
};

/** Events of a subscription that were put aside, the oldest first, in the form of the subscription. */
export const ParkedEvents = ({ events, keepsRows, now }: ParkedEventsProps) => (
  <section className="mt-2">
    <h4 className="font-semibold">Put aside</h4>
    <ul className="mt-2 grid gap-3">
      {events.map((event) => (
        <li key={event._id} className="grid gap-2 border-t border-line pt-3">
          <div>
            <Failure failure={event} now={now} />
          </div>
          <ParkedButtons position={event.position} keepsRows={keepsRows} />
        </li>
      ))}
    </ul>
  </section>
);

type ParkedButtonsProps = { readonly position: number; readonly keepsRows: boolean };

const ParkedButtons = ({ position, keepsRows }: ParkedButtonsProps) => (
  <>
    <div>
      <SubmitButton
        name="wished"
        value={writtenWish({ operation: 'replay', position })}
        tone="plain"
        pending="Handing over…"
      >
        Hand event {position} over again
      </SubmitButton>
    </div>
    <Choice
      value={writtenWish({ operation: 'drop', position })}
      summary={`Drop event ${position}`}
      confirm="Drop it"
      pending="Dropping…"
    >
      This subscription never handles the event. It stays in its stream and in the log
      {keepsRows && '; rows that are rebuilt hold what it says'}.
    </Choice>
  </>
);
