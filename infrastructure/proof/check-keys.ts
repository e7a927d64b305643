import { Binary } from 'mongodb';
import { z } from 'zod';
import type { Sealed } from '@/domain/shared/sealed';
import { opensWith, personKeys } from '../event-store/sealing';
import type { StreamDocument } from '../event-store/stream-document';
import type { Breaks } from './breaks';
import { besideStreams, type ProofSource } from './source';

/** What was found of the texts that are sealed in events. */
export type TextCounts = {
  readonly texts: number;
  /** Those of persons who were forgotten. */
  readonly erased: number;
  /** Those that nobody can open, although their persons were not forgotten. */
  readonly unreadable: number;
};

type SealedAt = { readonly sealed: Sealed; readonly stream: string; readonly position: number };

/** So many texts are opened together. */
const atOnce = 500;

/**
 * Checks that each text that is sealed in an event opens with the key of its person, or that this
 * person was forgotten. Keeps some texts in memory at a time.
 */
export class SealedTexts {
  #waiting: SealedAt[] = [];
  #counts = { texts: 0, erased: 0, unreadable: 0 };

  /** @param withoutKeys a copy that has no keys for some texts: those are counted, and no break */
  constructor(
    private readonly source: ProofSource,
    private readonly breaks: Breaks,
    private readonly withoutKeys: boolean,
  ) {}

  /** Takes the texts of the next stream. */
  async take({ streamName: stream, messages }: StreamDocument): Promise<void> {
    for (const [i, { data }] of messages.entries()) {
      for (const sealed of sealedIn(data)) {
        this.#waiting.push({ sealed, stream, position: i + 1 });
      }
    }
    if (this.#waiting.length >= atOnce) await this.#open();
  }

  /** What was found, when the last stream was taken. */
  async counts(): Promise<TextCounts> {
    await this.#open();
    return this.#counts;
  }

  async #open(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const persons = new Set(waiting.map(({ sealed }) => sealed.key));
    const known = await keysOf(this.source, [...persons]);
    for (const { sealed, stream, position } of waiting) {
      this.#counts.texts += 1;
      const key = known.get(sealed.key);
      if (key === 'forgotten') this.#counts.erased += 1;
      else if (!key || !opensWith(key, sealed)) {
        this.#counts.unreadable += 1;
        const what = key
          ? `its text does not open with the key of ${sealed.key}`
          : `its text is sealed for ${sealed.key}, who has no key and was not forgotten`;
        if (!this.withoutKeys) this.breaks.add([{ kind: 'key', stream, position, what }]);
      }
    }
  }
}

const sealedText = z.strictObject({ key: z.string(), box: z.string() });

function* sealedIn(value: unknown): Generator<Sealed> {
  if (typeof value !== 'object' || value === null) return;
  const { data } = sealedText.safeParse(value);
  if (data) yield data;
  else for (const member of Object.values(value)) yield* sealedIn(member);
}

type StoredKey = { readonly _id: string; readonly key?: unknown; readonly forgottenAt?: unknown };

const keysOf = async (
  source: ProofSource,
  persons: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array | 'forgotten'>> => {
  const found = new Map<string, Uint8Array | 'forgotten'>();
  if (persons.length === 0) return found;
  for await (const { _id, key, forgottenAt } of storedKeys(source, { _id: { $in: persons } })) {
    if (key instanceof Binary) found.set(_id, key.buffer);
    else if (forgottenAt !== undefined) found.set(_id, 'forgotten');
  }
  return found;
};

/** Checks that each person has either a key or a tombstone. Gives how many persons there are. */
export const checkKeys = async (source: ProofSource, breaks: Breaks): Promise<number> => {
  let persons = 0;
  for await (const stored of storedKeys(source, {})) {
    persons += 1;
    const what = brokenKey(stored);
    if (what !== undefined) breaks.add([{ kind: 'key', what }]);
  }
  return persons;
};

const keyBytes = 32;

const brokenKey = ({ _id, key, forgottenAt }: StoredKey): string | undefined => {
  if (forgottenAt === undefined) {
    const isKey = key instanceof Binary && key.length() === keyBytes;
    return isKey ? undefined : `what ${_id} has is neither a key nor a tombstone`;
  }
  if (key !== undefined) return `${_id} was forgotten, and has a key all the same`;
  return forgottenAt instanceof Date ? undefined : `the tombstone of ${_id} names no time`;
};

const storedKeys = (source: ProofSource, filter: object) => {
  const { collectionName } = personKeys(source.log.db);
  return besideStreams<StoredKey>(source, collectionName, { filter, sort: { _id: 1 } });
};
