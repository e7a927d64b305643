import type { GrantedSlot } from '@/domain/reservation/reservation';
import type { OpenRoom } from '@/domain/room/room';
import type { Refusal, RefusalCode } from '@/domain/shared/refusal';
import type { Instant, Period, TimeZone, Wish } from '@/domain/shared/time';
import { formatInstant } from '../format';
import { formatPeriod, formatSlot } from '../format-slot';
import { roomNameOf, type Words } from '../sentences/sentence';

/** Somewhere to go on from. */
export type NextLink = { readonly label: string; readonly href: string };

/** A refusal in plain words. */
export type RefusalText = {
  /** What is so, in one line without a full stop. */
  readonly headline: string;
  /** The rule, with its figures, and who or what stands in the way. */
  readonly explanation: string;
  /** What the person can do now. */
  readonly next: string;
  /** The end of a sentence that begins “… was refused: ”. */
  readonly reason: string;
  readonly links: readonly NextLink[];
};

/** What is known around a refusal; with less of it the words are more general, never wrong. */
export type RefusalContext = {
  readonly words: Words;
  /** The room the command was about; gives the name and the zone. */
  readonly roomId?: string;
  /** What was asked for, on the wall of the room. */
  readonly wished?: Wish;
  /** Who was refused, where that is not the viewer. */
  readonly askedBy?: string;
  /** When it was decided. */
  readonly refusedAt?: Instant;
  /** True where the words must stay right when what stood in the way has gone since. */
  readonly forGood?: boolean;
  /** The rules and opening hours of the room as they are now. */
  readonly room?: Pick<OpenRoom, 'rules' | 'openingHours'>;
  /** The slot of the reservation that won, as it is now. */
  readonly winnerGranted?: GrantedSlot;
  /** The title of the reservation that won, when the viewer may read it. */
  readonly winnerTitle?: string;
};

/** A refusal of one code. */
export type RefusalOf<Code extends RefusalCode> = Extract<Refusal, { code: Code }>;

/** Words for some codes; a code left out does not compile. */
export type Wordings<Code extends RefusalCode> = {
  readonly [C in Code]: (refusal: RefusalOf<C>, context: RefusalContext) => Worded;
};

/** What a wording gives; links only where there is somewhere to go. */
export type Worded = Omit<RefusalText, 'links'> & Partial<Pick<RefusalText, 'links'>>;

/** “Atlas”, or “The room” where it is not known which. */
export const theRoom = ({ words, roomId }: RefusalContext, named?: string): string => {
  const id = named ?? roomId;
  return id !== undefined && words.rooms[id] ? roomNameOf(words, id) : 'The room';
};

/** The zone of the room, UTC where it is not known. */
export const zoneOf = ({ words, roomId }: RefusalContext, named?: string): TimeZone =>
  (words.rooms[named ?? roomId ?? '']?.timeZone ?? 'UTC') as TimeZone;

/** A moment on the wall of the room; says UTC where the room is not known. */
export const when = (instant: Instant, context: RefusalContext, named?: string): string => {
  const zone = zoneOf(context, named);
  return `${formatInstant(instant, zone, context.refusedAt)}${zone === 'UTC' ? ' UTC' : ''}`;
};

/** A period on the wall of the room. */
export const period = (value: Period, context: RefusalContext, named?: string): string => {
  const zone = zoneOf(context, named);
  return `${formatPeriod(value, zone, context.refusedAt)}${zone === 'UTC' ? ' UTC' : ''}`;
};

/** What was asked for, `Thu 20 Nov, 10:00–11:00`; “this time” where it is not known. */
export const wish = ({ wished, refusedAt }: RefusalContext): string =>
  wished ? formatSlot(wished, refusedAt) : 'this time';

/** A page of the room, where the room is known. */
export const roomLink = (context: RefusalContext, named?: string): readonly NextLink[] => {
  const id = named ?? context.roomId;
  return id === undefined ? [] : [{ label: `Open ${theRoom(context, id)}`, href: `/rooms/${id}` }];
};
