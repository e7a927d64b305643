import { Avatar } from '@/app/_shared/avatar';
import {
  formatFloor,
  formatInstant,
  formatLongDate,
  formatOffset,
  timeOf,
} from '@/app/_shared/format';
import { counted, formatLength } from '@/app/_shared/format-duration';
import { formatTimes } from '@/app/_shared/format-slot';
import { PageLink } from '@/app/_shared/page-link';
import { firstNameOf, fullNameOf, type Words } from '@/app/_shared/sentences/sentence';
import { setBy } from '@/app/_shared/set-by';
import { Aside, StatePanel, StateRow } from '@/app/_shared/state-panel';
import { reservationDefinition, type Reservation } from '@/domain/reservation/reservation';
import { dateOf } from '@/domain/shared/days';
import type { Instant, Slot } from '@/domain/shared/time';
import type { KnownReservation, ReservationPage } from '@/infrastructure/queries/reservation';
import { statusAt } from './reservation-status';
import { statusLabel } from './status-badge';

type StateRowsProps = {
  readonly page: ReservationPage;
  readonly reservation: Exclude<KnownReservation, { status: 'rejected' }>;
  readonly words: Words;
  readonly now: Instant;
};

/** Every field of the reservation with the version that set it. */
export const StateRows = ({ page, reservation, words, now }: StateRowsProps) => {
  const { granted, memberId, title, note } = reservation;
  const { slot, roomId, heldUntil } = granted;
  const date = dateOf(slot.startsAt);
  const room = page.rooms[roomId];
  const ended = statusAt(reservation, now) === 'ended';
  const by = (field: (state: WithSlot) => unknown) =>
    setBy(reservationDefinition, page.events, (state: Reservation) =>
      'granted' in state ? field(state) : undefined,
    );
  return (
    <StatePanel label="The reservation now">
      <StateRow label="Room" version={by((s) => s.granted.roomId)}>
        <PageLink href={`/rooms/${roomId}`} className="link font-block">
          {room?.name ?? 'A room'}
        </PageLink>{' '}
        {room && (
          <Aside>
            {counted(room.capacity, 'seat')}, {formatFloor(room.floor)}
          </Aside>
        )}
      </StateRow>
      <StateRow label="Date" version={by((s) => dateOf(s.granted.slot.startsAt))}>
        <PageLink href={`/rooms/${roomId}/${date}`} className="link font-block">
          {formatLongDate(date)}
        </PageLink>
      </StateRow>
      <StateRow label="Time" version={by((s) => [s.granted.slot.start, s.granted.slot.end])}>
        <span className="font-block">{formatTimes(slot)}</span>{' '}
        <Aside>
          {formatLength(slot)}, {slot.timeZone} ({offsets(slot)})
        </Aside>
      </StateRow>
      {heldUntil !== slot.end && (
        <StateRow label="Kept free" version={by((s) => s.granted.heldUntil)}>
          {formatLength({ start: slot.end, end: heldUntil })} <Aside>after it</Aside>
        </StateRow>
      )}
      <StateRow label="Organiser" version={by((s) => s.memberId)}>
        <span className="inline-flex items-center gap-2">
          <Avatar name={fullNameOf(words, memberId)} mine={memberId === words.viewer} />
          <span className="font-block">{fullNameOf(words, memberId)}</span>
          {memberId === words.viewer && <Aside>you</Aside>}
        </span>
      </StateRow>
      <StateRow label="Status" {...(!ended && { version: by((s) => s.status) })}>
        <StatusText reservation={reservation} words={words} now={now} />
      </StateRow>
      <StateRow label="Title" version={by((s) => s.title.box)}>
        <Text text={words.texts[title.box]} strong />
      </StateRow>
      {note && (
        <StateRow label="Note" version={by((s) => s.note?.box)}>
          <Text text={words.texts[note.box]} />
        </StateRow>
      )}
    </StatePanel>
  );
};

/** The offset, or both where the clock is set between start and end. */
const offsets = ({ startOffset, endOffset }: Slot) =>
  startOffset === endOffset
    ? formatOffset(startOffset)
    : `${formatOffset(startOffset)} to ${formatOffset(endOffset)}`;

type WithSlot = Extract<Reservation, { granted: unknown }>;

const StatusText = ({ reservation, words, now }: Omit<StateRowsProps, 'page'>) => {
  if (reservation.status === 'reserved') {
    const { slot } = reservation.granted;
    const status = statusAt(reservation, now);
    return (
      <>
        <span className="font-block">{statusLabel(status)}</span>{' '}
        {status === 'ended' && <Aside>by the clock, at {timeOf(slot.endsAt)}</Aside>}
      </>
    );
  }
  const { cancelledAt, cancelledBy, cause, granted } = reservation;
  const when = formatInstant(cancelledAt, granted.slot.timeZone, now);
  return (
    <>
      <span className="font-block">Cancelled</span>{' '}
      <Aside>
        by {firstNameOf(words, cancelledBy)}, {when}
        {cause && (cause.code === 'ROOM_CLOSED' ? ', room closed' : ', room out of use')}
      </Aside>
    </>
  );
};

const Text = ({ text, strong }: { text: string | null | undefined; strong?: boolean }) =>
  typeof text !== 'string' ? (
    <Aside>{text === null ? 'erased' : 'private'}</Aside>
  ) : (
    <span className={`whitespace-pre-line ${strong ? 'font-block' : ''}`}>{text}</span>
  );
