import { dateOf } from '@/domain/shared/days';
import type { Winner } from '@/domain/shared/refusal';
import type { Instant } from '@/domain/shared/time';
import { formatRecorded } from '../format';
import { formatGap } from '../format-duration';
import { formatTimes, wallSlot } from '../format-slot';
import { firstNameOf, fullNameOf } from '../sentences/sentence';
import {
  theRoom,
  when,
  wish,
  zoneOf,
  type NextLink,
  type RefusalContext,
  type RefusalOf,
  type Worded,
} from './wording';

/** Up to this gap it was a race, and the gap is worth telling. */
export const longestRaceMs = 60_000;

/** How long before the refusal the winner was recorded, in ms; undefined when that is not known. */
export const winnersLead = (recordedAt: Instant, refusedAt: Instant | undefined) =>
  refusedAt === undefined ? undefined : Math.max(0, Date.parse(refusedAt) - Date.parse(recordedAt));

/** Someone has the slot: who, since when, and for what if the viewer may know. */
export const slotTaken = ({ winner }: RefusalOf<'SLOT_TAKEN'>, context: RefusalContext): Worded => {
  const { words, winnerTitle } = context;
  const asker = context.askedBy ?? words.viewer;
  const own = winner.memberId === asker;
  const held = formatTimes(wallSlot(winner.held, zoneOf(context)));
  const title = winnerTitle ? ` for “${winnerTitle}”` : '';
  const recorded = formatRecorded(winner.recordedAt, zoneOf(context));
  return {
    headline: own ? ownHeadline(context, winner.memberId) : headline(winner, context, asker),
    explanation:
      `${holder(winner, context, held)}${title}, recorded ${recorded}. ` +
      'A room has one reservation at a time; who was recorded first keeps it.',
    next: own
      ? 'Move or cancel that other reservation first, or choose another time.'
      : `Choose another time or another room, or ask ${firstNameOf(words, winner.memberId)}.`,
    reason: `${winner.memberId === words.viewer ? 'you' : firstNameOf(words, winner.memberId)} had it ${own ? 'already' : 'first'}`,
    links: links(winner, context, own),
  };
};

/** Who has it as the refusal is answered; on a page that stays, who got it then. */
const holder = ({ memberId }: Winner, { words, forGood }: RefusalContext, held: string) => {
  const mine = memberId === words.viewer;
  if (forGood) return `${held} went to ${mine ? 'you' : fullNameOf(words, memberId)}`;
  return mine ? `You hold ${held}` : `${fullNameOf(words, memberId)} holds ${held}`;
};

const ownHeadline = (context: RefusalContext, asker: string) =>
  asker === context.words.viewer
    ? `You already have ${theRoom(context)} at that time`
    : `${firstNameOf(context.words, asker)} already had ${theRoom(context)} at that time`;

const headline = (winner: Winner, context: RefusalContext, asker: string | undefined) => {
  const place = `${theRoom(context)}, ${wish(context)},`;
  const lead = winnersLead(winner.recordedAt, context.refusedAt);
  if (lead === undefined || lead > longestRaceMs) {
    return `${place} was taken on ${when(winner.recordedAt, context)}`;
  }
  const gap = lead === 0 ? 'a moment' : formatGap(lead);
  const other = asker === undefined || asker === context.words.viewer;
  return `${place} was taken ${gap} before ${other ? 'you' : firstNameOf(context.words, asker)}`;
};

const links = (
  { reservationId, date }: Winner,
  { roomId, wished }: RefusalContext,
  own: boolean,
): readonly NextLink[] => {
  const label = own ? 'Open that other reservation' : 'Open the reservation that has it';
  const day = wished ? dateOf(wished.startsAt) : date;
  return [
    { label, href: `/reservations/${reservationId}` },
    ...(roomId ? [{ label: 'See the whole day', href: `/rooms/${roomId}/${day}` }] : []),
  ];
};
