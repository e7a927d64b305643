import type { Long } from 'mongodb';
import type { Answer, Command } from '@/domain/shared/command';
import type { MemberId } from '@/domain/shared/ids';
import type { Refusal } from '@/domain/shared/refusal';
import type { Recorded, StreamRef } from '@/domain/shared/stream';
import { divideStreamName } from '@/domain/shared/stream-name';
import type { Positions } from './outcome';

/** What a stream's document remembers of a command, so that a second sending gets the same answer. */
export type RememberedCommand = {
  readonly commandId: Command['commandId'];
  readonly type: string;
  readonly actorId: MemberId;
  /** Hash of what was asked, without sealed text: the same id with other content is refused. */
  readonly fingerprint: string;
  readonly result:
    | { readonly status: 'accepted'; readonly answer: Answer }
    | { readonly status: 'refused'; readonly refusal: Refusal };
  readonly positions: Positions;
};

/** How many commands a document remembers. */
export const rememberedCommands = 20;

/**
 * The newest write that grew a stream: its id, and how many streams it grew. A change stream has no
 * mark where a transaction ends; this tells who follows it when all of a write is there.
 */
export type LastWrite = { readonly id: string; readonly streams: number };

/** The stored state as Emmett's inline projection leaves it. */
export type StoredState = {
  readonly _metadata: {
    readonly streamId: string;
    readonly name: string;
    readonly schemaVersion: number;
    readonly streamPosition: number | Long;
  };
  readonly [field: string]: unknown;
};

/**
 * A stream as MongoDB holds it: Emmett's format, with the metadata of ours beside it. What stock
 * emmett-mongodb does not write is optional: its documents can be read too.
 */
export type StreamDocument = {
  readonly streamName: string;
  readonly messages: readonly Recorded[];
  readonly metadata: {
    readonly streamId: string;
    readonly streamType: string;
    readonly streamPosition: number | Long;
    readonly createdAt: Date;
    readonly updatedAt: Date;
    /** Stamp of the newest atomic write, in µs since 1970. */
    readonly lastCommit?: number;
    readonly lastWrite?: LastWrite;
    /** Hash of the newest event: where the chain of the stream goes on. */
    readonly lastHash?: string;
    /** Counts the times a command made sure of this stream without appending to it. */
    readonly guards?: number;
    readonly commands?: readonly RememberedCommand[];
    /**
     * Position of the newest event that was imported, so that no command is remembered of it; missing
     * where none was.
     */
    readonly imported?: number;
  };
  readonly projections?: { readonly state?: StoredState };
};

/** Everything of a stream's document but its events. */
export type StreamHead = Omit<StreamDocument, 'messages'>;

/** `room_day:0190…_2026-11-20`. */
export const streamNameOf = (ref: Pick<StreamRef, 'type' | 'id'>) => `${ref.type}:${ref.id}`;

/**
 * Divides a stream name at its first colon.
 * Throws a TypeError when there is none, a part is empty, or the id holds another one: the id read
 * back would not be the id written.
 */
export const parseStreamName = (streamName: string): StreamRef => {
  const ref = divideStreamName(streamName);
  assertStreamRef(ref);
  return ref;
};

const typeForm = /^[a-z][a-z0-9_]{0,63}$/;

/** Throws a TypeError when type or id cannot be part of a stream name. */
export const assertStreamRef = ({ type, id }: Pick<StreamRef, 'type' | 'id'>) => {
  if (!typeForm.test(type)) throw new TypeError(`${JSON.stringify(type)} is not a stream type`);

  if (id === '' || id.length > 512 || /[:$\u0000-\u001f]/.test(id) || !id.isWellFormed()) {
    throw new TypeError(`${JSON.stringify(id)} cannot be a stream id`);
  }
};
