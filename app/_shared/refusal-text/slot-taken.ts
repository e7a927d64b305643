import { dateOf } from '@/domain/shared/days';
import type { Winner } from '@/domain/shared/refusal';
import type { Instant } from '@/domain/shared/time';
import { formatRecorded, timeOf, wallClock } from '../format';
import { formatGap, formatMinutes } from '../format-duration';
import { formatTimes, wallSlot } from '../format-slot';
import { firstNameOf, fullNameOf } from '../sentences/sentence';
import { collisionOf, usedBy } from './collision';
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
  const { words } = context;
  const asker = context.askedBy ?? words.viewer;
  const own = winner.memberId === asker;
  const taken: Taken = { winner, context, asker, own };
  return { ...told(taken), links: links(winner, context, own) };
};

type Taken = {
  readonly winner: Winner;
  readonly context: RefusalContext;
  readonly asker: string | undefined;
  readonly own: boolean;
};

const told = (taken: Taken): Omit<Worded, 'links'> => {
  const { winner, context, own } = taken;
  const collision = collisionOf(winner, context);
  const name = firstNameOf(context.words, winner.memberId);
  const mine = winner.memberId === context.words.viewer;
  const place = `${theRoom(context)}, ${wish(context)},`;
  const time = (instant: Instant) => timeOf(wallClock(instant, zoneOf(context)));
  switch (collision.met) {
    case 'times':
      return {
        headline: own ? ownHeadline(context, winner.memberId) : headline(taken),
        explanation: `${held(taken)}. A room has one reservation at a time; who was recorded first keeps it.`,
        next: own
          ? 'Move or cancel that other reservation first, or choose another time.'
          : `Choose another time or another room, or ask ${name}.`,
        reason: `${mine ? 'you' : name} had it ${own ? 'already' : 'first'}`,
      };
    case 'time after the wish': {
      const { minutes, endBy } = collision;
      return {
        headline: `${place} ends too close to the next reservation`,
        explanation: `${keptFree(context, minutes)}, and ${lowered(held(taken))}.`,
        next: `${endBy ? `End by ${time(endBy)}` : 'End earlier'}, or choose another time or room.`,
        reason: `it ended too close to ${mine ? 'your' : `${name}’s`} reservation`,
      };
    }
    case 'time after the reservation':
      return {
        headline: `${place} begins too soon after a reservation`,
        explanation: `${keptFree(context, collision.minutes)}, and ${lowered(held(taken))}.`,
        next: `Start at ${time(collision.startFrom)} or later, or choose another time or room.`,
        reason: `it began too soon after ${mine ? 'your' : `${name}’s`} reservation`,
      };
    default: {
      const unknown: never = collision;
      return unknown;
    }
  }
};

const keptFree = (context: RefusalContext, minutes: number | undefined) =>
  `${theRoom(context)} stays free ${minutes ? formatMinutes(minutes) : 'for a while'} after each reservation`;

const lowered = (sentence: string) => sentence.replace(/^You\b/, 'you');

/** Who holds what and since when: the booked times, not what is kept free after them. */
const held = ({ winner, context }: Taken): string => {
  const zone = zoneOf(context);
  const { winnerGranted, winnerTitle, roomId } = context;
  const used = usedBy(winner, winnerGranted, roomId);
  const times = formatTimes(wallSlot(used ?? winner.held, zone));
  const title = winnerTitle ? ` for “${winnerTitle}”` : '';
  return `${holder(winner, context, times)}${title}, recorded ${formatRecorded(winner.recordedAt, zone)}`;
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

const headline = ({ winner, context, asker }: Taken) => {
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
