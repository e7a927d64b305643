import { Avatar } from '@/app/_shared/avatar';
import { formatRecorded } from '@/app/_shared/format';
import { formatRelative } from '@/app/_shared/format-duration';
import { formatPeriod, formatSlot } from '@/app/_shared/format-slot';
import { PageLink } from '@/app/_shared/page-link';
import { usedBy } from '@/app/_shared/refusal-text/collision';
import { fullNameOf, roomNameOf, type Words } from '@/app/_shared/sentences/sentence';
import { Aside, StatePanel, StateRow } from '@/app/_shared/state-panel';
import { TimesKept } from '@/app/_shared/times-kept';
import type { RejectedReservation } from '@/domain/reservation/reservation';
import { dateOf } from '@/domain/shared/days';
import type { Winner } from '@/domain/shared/refusal';
import type { Instant, TimeZone } from '@/domain/shared/time';
import type { WinnerView } from '@/infrastructure/queries/winner';

type RefusedRowsProps = {
  readonly reservation: RejectedReservation;
  readonly winner: WinnerView | undefined;
  readonly words: Words;
  readonly timeZone: TimeZone;
  readonly now: Instant;
};

/** What was asked for and by whom, and who has it: each a fact of the one event there is. */
export const RefusedRows = ({ reservation, winner, words, timeZone, now }: RefusedRowsProps) => {
  const { roomId, wished, memberId, refusal, rejectedAt } = reservation;
  return (
    <StatePanel label="The refused booking">
      <StateRow label="Asked for" version={1}>
        <PageLink href={`/rooms/${roomId}/${dateOf(wished.startsAt)}`} className="link font-block">
          <TimesKept text={`${roomNameOf(words, roomId)}, ${formatSlot(wished, now)}`} />
        </PageLink>{' '}
        <Aside>{timeZone}</Aside>
      </StateRow>
      <StateRow label="By" version={1}>
        <span className="inline-flex items-center gap-2">
          <Avatar name={fullNameOf(words, memberId)} mine={memberId === words.viewer} />
          <span className="font-block">{fullNameOf(words, memberId)}</span>
          {memberId === words.viewer && <Aside>you</Aside>}
        </span>
      </StateRow>
      <StateRow label="Refused" version={1}>
        {formatRecorded(rejectedAt, timeZone)} <Aside>{formatRelative(rejectedAt, now)}</Aside>
      </StateRow>
      {refusal.code === 'SLOT_TAKEN' && (
        <StateRow label="Who was first" version={1}>
          <WinnerText
            roomId={roomId}
            taken={refusal.winner}
            winner={winner}
            words={words}
            timeZone={timeZone}
            now={now}
          />
        </StateRow>
      )}
    </StatePanel>
  );
};

type WinnerTextProps = Pick<RefusedRowsProps, 'winner' | 'words' | 'timeZone' | 'now'> & {
  readonly roomId: string;
  readonly taken: Winner;
};

const WinnerText = ({ roomId, taken, winner, words, timeZone, now }: WinnerTextProps) => (
  <>
    <PageLink href={`/reservations/${taken.reservationId}`} className="link font-block">
      {winner?.title
        ? `“${winner.title}”`
        : `The reservation of ${fullNameOf(words, taken.memberId)}`}
    </PageLink>{' '}
    <Aside>
      <TimesKept
        text={formatPeriod(usedBy(taken, winner?.granted, roomId) ?? taken.held, timeZone, now)}
      />
    </Aside>
    <p className="mt-0.5 text-sub text-ink-2">
      Recorded {formatRecorded(taken.recordedAt, timeZone)}, as{' '}
      <PageLink href={`/rooms/${roomId}/${taken.date}#v${taken.position}`} className="link">
        version {taken.position} of the room’s day
      </PageLink>
      {sinceThen(taken, winner)}
    </p>
  </>
);

const sinceThen = ({ held }: Winner, winner: WinnerView | undefined) => {
  if (winner?.status === 'cancelled') return '; it was cancelled since';
  if (!winner) return '';
  const { slot, heldUntil } = winner.granted;
  return slot.start < held.end && held.start < heldUntil ? '' : '; it was moved since';
};
