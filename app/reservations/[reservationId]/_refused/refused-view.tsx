import { Badge } from '@/app/_shared/badge';
import { dateAt, formatDate } from '@/app/_shared/format';
import type { Shown } from '@/app/_shared/live/shown';
import { PageHeader } from '@/app/_shared/page-header';
import { ProofBadge } from '@/app/_shared/proof-badge';
import { refusalText } from '@/app/_shared/refusal-text';
import { tellHistory } from '@/app/_shared/sentences/history';
import { reservationSentence } from '@/app/_shared/sentences/reservation';
import { roomNameOf } from '@/app/_shared/sentences/sentence';
import { wordsFor } from '@/app/_shared/sentences/words-for';
import { StateBesideHistory } from '@/app/_shared/state-beside-history';
import { TimesKept } from '@/app/_shared/times-kept';
import { Timeline } from '@/app/_shared/timeline';
import { reservationDefinition, type RejectedReservation } from '@/domain/reservation/reservation';
import { dateOf } from '@/domain/shared/days';
import type { Instant, TimeZone } from '@/domain/shared/time';
import type { Member } from '@/infrastructure/members';
import { alternativesTo } from '@/infrastructure/queries/alternatives';
import type { ReservationPage } from '@/infrastructure/queries/reservation';
import { winnerView } from '@/infrastructure/queries/winner';
import { StatusBadge } from '../_state/status-badge';
import { Alternatives } from './alternatives';
import { RaceFigure } from './race-figure';
import { RefusedRows } from './refused-rows';

type RefusedViewProps = {
  readonly page: ReservationPage;
  readonly reservation: RejectedReservation;
  readonly viewer: Member | undefined;
  readonly now: Instant;
  readonly shown: Shown;
};

/** Why a booking was refused, who was first, and what is free instead. */
export const RefusedView = async (props: RefusedViewProps) => {
  const { page, reservation, viewer, now, shown } = props;
  const { reservationId, memberId, roomId, wished, refusal, rejectedAt } = reservation;
  const words = wordsFor(viewer, page.rooms, page.texts);
  const timeZone = page.room?.timeZone ?? ('UTC' as TimeZone);
  const taken = refusal.code === 'SLOT_TAKEN' ? refusal.winner : undefined;
  const mine = viewer?.id === memberId;
  const over = dateOf(wished.endsAt) < dateAt(now, timeZone);
  const [winner, alternatives] = await Promise.all([
    taken && winnerView(taken.reservationId, viewer),
    mine && !over ? alternativesTo(roomId, wished, { actor: viewer, now }) : [],
  ]);
  const text = refusalText(refusal, {
    words,
    roomId,
    wished,
    askedBy: memberId,
    forGood: true,
    refusedAt: rejectedAt,
    ...(page.room && { room: page.room }),
    ...(winner && { winnerGranted: winner.granted }),
    ...(winner?.title !== undefined && { winnerTitle: winner.title }),
  });
  const date = dateOf(wished.startsAt);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Rooms', href: '/rooms' },
          { label: roomNameOf(words, roomId), href: `/rooms/${roomId}` },
          { label: formatDate(date, now), href: `/rooms/${roomId}/${date}` },
          { label: 'Refused booking' },
        ]}
        badges={<ProofBadge {...page} />}
        shown={shown}
      />
      <StateBesideHistory
        state={
          <>
            <div className="flex flex-wrap items-center gap-2">
              <StatusBadge status="refused" />
              <Badge tone="neutral">
                <code>{refusal.code}</code>
              </Badge>
            </div>
            <h1 className="mt-3 text-entity font-semibold text-balance">
              <TimesKept text={text.headline} />
            </h1>
            <p className="mt-2 text-say text-ink-2">{text.explanation}</p>
            {taken && (
              <RaceFigure taken={taken} refusedAt={rejectedAt} words={words} timeZone={timeZone} />
            )}
            <div className="mt-5">
              <RefusedRows
                reservation={reservation}
                winner={winner}
                words={words}
                timeZone={timeZone}
                now={now}
              />
            </div>
            <Alternatives
              alternatives={alternatives}
              mine={mine}
              next={over ? 'That day is over. Choose another one.' : text.next}
              over={over}
              links={text.links}
              roomHref={`/rooms/${roomId}/${dateAt(now, timeZone)}`}
            />
          </>
        }
        history={
          <Timeline
            streamName={`reservation:${reservationId}`}
            told={tellHistory(
              reservationDefinition,
              reservationSentence,
              page.events,
              words,
              () => timeZone,
            )}
            words={words}
            now={now}
          />
        }
      />
    </>
  );
};
