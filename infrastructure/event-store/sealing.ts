import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Binary, ClientSession, Collection, Db } from 'mongodb';
import type { MemberId } from '@/domain/shared/ids';
import type { Sealed } from '@/domain/shared/sealed';
import { makeCollection } from './storage';

/** The key of one person, or the tombstone of one who was forgotten. */
export type KeyDocument =
  | {
      readonly _id: string;
      readonly key: Binary;
      readonly createdAt: Date;
      /** Counts the times a text was written down in plain somewhere, in the same transaction. */
      readonly guards?: number;
    }
  | { readonly _id: string; readonly forgottenAt: Date };

/** What the keys know of a person. */
export type PersonKey = 'there' | 'forgotten' | 'none';

/** Thrown when something should be sealed for a person who was forgotten. */
export class PersonForgotten extends Error {
  constructor(readonly memberId: MemberId) {
    super(`${memberId} was forgotten; nothing can be sealed for this person again`);
    this.name = 'PersonForgotten';
  }
}

/** Seals and opens personal text. */
export type Sealing = {
  /**
   * Seals a text with the key of a person, made at first use; the same text of the same person is
   * sealed alike, so that a command that comes again can be told from another. Throws PersonForgotten.
   */
  readonly seal: (memberId: MemberId, text: string) => Promise<Sealed>;
  /** Plain texts by `box`; what cannot be opened (erased, damaged) is missing. */
  readonly open: (sealed: readonly Sealed[]) => Promise<ReadonlyMap<string, string>>;
  /**
   * The same inside a transaction that writes the texts down in plain: forgetting one of the persons
   * meanwhile makes one of the two a conflict, so nothing in plain is left of who was forgotten.
   */
  readonly openGuarded: (
    sealed: readonly Sealed[],
    session: ClientSession,
  ) => Promise<ReadonlyMap<string, string>>;
  /** Who of these was forgotten: what was sealed for them can be opened by nobody. */
  readonly forgotten: (memberIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /**
   * Deletes a person's key for good, inside a transaction; leaves a tombstone. Gives what was there
   * before.
   */
  readonly forget: (memberId: MemberId, session: ClientSession) => Promise<PersonKey>;
};

const cipher = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const duplicateKey = 11000;

/** Where the keys and tombstones of a database are. */
export const personKeys = (db: Db): Collection<KeyDocument> => db.collection('person_keys');

/** Opens the collection of keys; a database has one. */
export const openSealing = async (db: Db): Promise<Sealing> => {
  const keys = personKeys(db);
  await makeCollection(db, keys.collectionName);
  return {
    seal: async (memberId, text) => sealWith(await keyOf(keys, memberId), memberId, text),
    open: (sealed) => openAll(keys, sealed, {}),
    openGuarded: async (sealed, session) => {
      const persons = { _id: { $in: personsOf(sealed) }, key: { $exists: true } };
      await keys.updateMany(persons, { $inc: { guards: 1 } }, { session });
      return openAll(keys, sealed, { session });
    },
    forgotten: async (memberIds) => {
      const tombstones = { _id: { $in: [...memberIds] }, key: { $exists: false } };
      const found = await keys.find(tombstones, { projection: { _id: 1 } }).toArray();
      return new Set(found.map(({ _id }) => _id));
    },
    forget: async (memberId, session) => {
      const before = await keys.findOne({ _id: memberId }, { session });
      if (before && !('key' in before)) return 'forgotten';
      const tombstone = { forgottenAt: new Date() } as unknown as KeyDocument;
      await keys.replaceOne({ _id: memberId }, tombstone, { upsert: true, session });
      return before ? 'there' : 'none';
    },
  };
};

const personsOf = (sealed: readonly Sealed[]) => [...new Set(sealed.map(({ key }) => key))];

const openAll = async (
  keys: Collection<KeyDocument>,
  sealed: readonly Sealed[],
  options: { readonly session?: ClientSession },
): Promise<ReadonlyMap<string, string>> => {
  if (sealed.length === 0) return new Map();
  const found = await keys.find({ _id: { $in: personsOf(sealed) } }, options).toArray();
  const byPerson = new Map(found.map((k) => [k._id, 'key' in k ? k.key.buffer : undefined]));
  return new Map(sealed.flatMap((s) => openedWith(byPerson.get(s.key), s)));
};

/** The person's key; made when there is none, also when two processes make it at once. */
const keyOf = async (keys: Collection<KeyDocument>, memberId: MemberId): Promise<Uint8Array> => {
  const found = await keys.findOne({ _id: memberId });
  if (found) return usable(found, memberId);
  const fresh = { _id: memberId, key: randomBytes(keyBytes), createdAt: new Date() };
  try {
    await keys.insertOne(fresh as unknown as KeyDocument, { writeConcern: { w: 'majority' } });
    return fresh.key;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === duplicateKey)) throw error;
    const other = await keys.findOne({ _id: memberId });
    if (!other) throw error;
    return usable(other, memberId);
  }
};

const usable = (document: KeyDocument, memberId: MemberId) => {
  if (!('key' in document)) throw new PersonForgotten(memberId);
  return document.key.buffer;
};

/**
 * A nonce made of the text (a synthetic one, as in RFC 8452): another text has another, and only who
 * has the key can tell which text it belongs to.
 */
const nonceOf = (key: Uint8Array, text: string): Buffer => {
  const forNonces = Buffer.from(hkdfSync('sha256', key, '', 'nonce', keyBytes));
  return createHmac('sha256', forNonces).update(text, 'utf8').digest().subarray(0, nonceBytes);
};

const sealWith = (key: Uint8Array, memberId: MemberId, text: string): Sealed => {
  const nonce = nonceOf(key, text);
  const seal = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  seal.setAAD(Buffer.from(memberId));
  const ciphertext = Buffer.concat([seal.update(text, 'utf8'), seal.final()]);
  const box = Buffer.concat([nonce, ciphertext, seal.getAuthTag()]).toString('base64url');
  return { key: memberId, box };
};

/** Whether this key opens a text: only the one it was sealed with does. */
export const opensWith = (key: Uint8Array, sealed: Sealed): boolean =>
  openedWith(key, sealed).length > 0;

const openedWith = (
  key: Uint8Array | undefined,
  sealed: Sealed,
): readonly (readonly [string, string])[] => {
  if (!key) return [];
  try {
    const box = Buffer.from(sealed.box, 'base64url');
    const open = createDecipheriv(cipher, key, box.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    open.setAAD(Buffer.from(sealed.key));
    open.setAuthTag(box.subarray(-tagBytes));
    const ciphertext = box.subarray(nonceBytes, -tagBytes);
    const text = Buffer.concat([open.update(ciphertext), open.final()]).toString('utf8');
    return [[sealed.box, text]];
  } catch {
    return [];
  }
};
