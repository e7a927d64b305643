import type { Sealed } from '@/domain/shared/sealed';

/**
 * One piece of a sentence. `actor` is who did it, `old` what was before, `new` what it led to,
 * `text` all between; spaces and punctuation belong to the pieces, so that they only need to be
 * put one after another. `href` leads to what the piece names.
 */
export type SentencePart = {
  readonly kind: 'actor' | 'text' | 'old' | 'new';
  readonly text: string;
  readonly href?: string;
};

/** What happened, in the language of booking. */
export type Sentence = readonly SentencePart[];

/**
 * Names for the ids in events, and the personal text the viewer may read, as plain JSON.
 * What is not in it is not named: the sentence then says so in general words.
 */
export type Words = {
  /** Who reads; their own deeds may be told as theirs. */
  readonly viewer?: string;
  /** Full name by member id. */
  readonly members: Readonly<Record<string, string>>;
  /** By room id. */
  readonly rooms: Readonly<Record<string, RoomWords>>;
  /** Opened text by the `box` of its sealed value; null where it was erased. */
  readonly texts: Readonly<Record<string, string | null>>;
};

export type RoomWords = { readonly name: string; readonly timeZone: string };

/** The sentence as one line of text. */
export const plainText = (sentence: Sentence): string => sentence.map((part) => part.text).join('');

/** The first name, or the id of someone who is not known here. */
export const firstNameOf = (words: Words, memberId: string): string =>
  fullNameOf(words, memberId).split(' ')[0] ?? memberId;

/** The full name, or the id of someone who is not known here. */
export const fullNameOf = (words: Words, memberId: string): string =>
  words.members[memberId] ?? memberId;

/** The room's name, or “a room” for one that is not known here. */
export const roomNameOf = (words: Words, roomId: string): string =>
  words.rooms[roomId]?.name ?? 'a room';

/** The text in quotation marks; undefined when the viewer may not read it or it was erased. */
export const quoted = (words: Words, sealed: Sealed | null | undefined): string | undefined => {
  const text = sealed ? words.texts[sealed.box] : undefined;
  return typeof text === 'string' ? `“${shortened(text)}”` : undefined;
};

/** “ (title erased)”, to be put behind what was told without the text; nothing where it was not erased. */
export const erased = (words: Words, sealed: Sealed | null | undefined, said: string): Sentence =>
  sealed && words.texts[sealed.box] === null ? [text(` (${said})`)] : [];

const longest = 80;

const shortened = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
};

export const actor = (words: Words, memberId: string): SentencePart => ({
  kind: 'actor',
  text: firstNameOf(words, memberId),
});
export const text = (value: string): SentencePart => ({ kind: 'text', text: value });
export const before = (value: string): SentencePart => ({ kind: 'old', text: value });
export const after = (value: string, href?: string): SentencePart =>
  href === undefined ? { kind: 'new', text: value } : { kind: 'new', text: value, href };

/** Lists changes as “a, b and c”, each given as its own pieces. */
export const listed = (items: readonly Sentence[]): Sentence =>
  items.flatMap((item, i) => {
    if (i === 0) return [...item];
    return [text(i === items.length - 1 ? ' and ' : ', '), ...item];
  });

/**
 * An event of a version to come, which this one cannot tell. The compiler lets none of the events
 * it knows come here.
 */
export const untold = (event: never): Sentence => [
  text(`Something this version cannot tell (${(event as { readonly type: string }).type})`),
];
