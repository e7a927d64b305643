import { explain } from '@/app/_shared/refusal-text/explain';
import type { Instant } from '@/domain/shared/time';
import type { Member } from '@/infrastructure/members';
import { alternativesTo } from '@/infrastructure/queries/alternatives';
import type { KnownReservation, ReservationPage } from '@/infrastructure/queries/reservation';
import { restoreRefusal } from '@/infrastructure/queries/restore-refusal';
import { DoPanel } from '../_do/do-panel';
import { AlternativesForm } from '../_instead/alternatives-form';
import { RestoreForm } from './restore-form';

type RestorePanelProps = {
  readonly reservation: Exclude<KnownReservation, { status: 'rejected' }>;
  readonly texts: ReservationPage['texts'];
  readonly place: string;
  readonly organiser: string;
  readonly viewer: Member;
  readonly now: Instant;
};

/**
 * Offers to take a cancelled reservation back, or says why that cannot be just now. It comes back
 * only to its own room and time, so what is free instead is offered as a booking of its own.
 */
export const RestorePanel = async (props: RestorePanelProps) => {
  const { reservation, place, viewer, now } = props;
  const { reservationId } = reservation;
  const actor = { id: viewer.id, role: viewer.role };
  const refusal = await restoreRefusal(reservationId, { actor, now });
  const refused = refusal && (await explain(refusal, actor, { reservationId, onlyAsking: true }));
  return (
    <DoPanel title={refused ? 'It cannot be restored just now' : 'Want it back?'} focus={false}>
      <RestoreForm reservationId={reservationId} place={place} refused={refused} />
      {refused && <BookAnew {...props} />}
    </DoPanel>
  );
};

const BookAnew = async (props: RestorePanelProps) => {
  const { reservation, texts, organiser, viewer, now } = props;
  const { memberId, granted, title, note } = reservation;
  if (memberId !== viewer.id) {
    return (
      <p className="mt-3 text-ink-2">
        What is free instead only {organiser} can book: a booking is made in one’s own name.
      </p>
    );
  }
  const actor = { id: viewer.id, role: viewer.role };
  const alternatives = await alternativesTo(granted.roomId, granted.slot, { actor, now });
  if (alternatives.length === 0) {
    return (
      <p className="mt-3 text-ink-2">
        Nothing as long is free on that day, neither here nor in another room at that time.
      </p>
    );
  }
  return (
    <section aria-labelledby="instead" className="mt-4">
      <h3 id="instead" className="font-semibold">
        Free instead
      </h3>
      <AlternativesForm
        alternatives={alternatives}
        title={texts[title.box] ?? undefined}
        note={(note && texts[note.box]) ?? undefined}
        hint="It becomes a reservation of its own; this one stays cancelled, and its time may still become free."
      />
    </section>
  );
};
