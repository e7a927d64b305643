import { Long, type Document } from 'mongodb';
import type { Recorded, StreamRef } from '@/domain/shared/stream';
import { streamDefinitions } from '@/domain/stream-definitions';
import type { LogEntry } from '@/infrastructure/event-log/log-documents';
import { nextEntries, noEntries } from '@/infrastructure/event-log/next-entries';
import type { EventLog } from '@/infrastructure/event-log/open-log';
import { chained } from '@/infrastructure/event-store/hash-chain';
import { stateProjection } from '@/infrastructure/event-store/state-projection';
import { streamNameOf, type StreamDocument } from '@/infrastructure/event-store/stream-document';
import type { OpenStore } from '../event-store/toy-store';

/** The document of a stream, as it is now. */
export const documentOf = async (store: OpenStore, ref: StreamRef): Promise<StreamDocument> => {
  const found = await store.collectionOf(ref.type).findOne({ streamName: streamNameOf(ref) });
  if (!found) throw new Error(`${streamNameOf(ref)} is not there`);
  return found;
};

/** Puts another document in a stream's place, as somebody with the database's password can. */
export const replaced = async (store: OpenStore, ref: StreamRef, document: Document) => {
  const streamName = streamNameOf(ref);
  await store.collectionOf(ref.type).replaceOne({ streamName }, document as StreamDocument);
};

/**
 * A stream's document with other events, and everything made right that follows from them: hashes,
 * place, time, state, what is remembered. Only who compares it with the log sees that it was another.
 */
export const madeRight = async (
  document: StreamDocument,
  events: readonly Recorded[],
): Promise<Document> => {
  const { streamId, streamType } = document.metadata;
  const definition = streamDefinitions.find(({ type }) => type === streamType);
  if (!definition) throw new Error(`There are no streams of type ${streamType}`);
  const links: Recorded[] = [];
  for (const event of events) links.push(chained(event, links.at(-1)?.metadata.hash ?? null));
  const last = links.at(-1)?.metadata;
  return {
    ...document,
    messages: links,
    metadata: {
      ...document.metadata,
      streamPosition: Long.fromNumber(links.length),
      lastHash: last?.hash,
      lastCommit: last?.commit.at,
      updatedAt: new Date(last?.recordedAt ?? 0),
      commands: document.metadata.commands?.filter(
        ({ positions }) => (positions[document.streamName] ?? 0) <= links.length,
      ),
    },
    projections: { state: await stateProjection(definition).project(streamId, null, links) },
  };
};

/** Writes these events as the whole log, its chain and where it stands made right. */
export const logOfEvents = async (log: EventLog, events: readonly Recorded[]) => {
  const { entries, end } = nextEntries(events, noEntries);
  await log.entries.deleteMany({});
  await log.entries.insertMany([...entries]);
  await log.states.updateOne({ _id: 'log' }, { $set: end });
};

/** The whole log in order. */
export const entriesOf = (log: EventLog): Promise<LogEntry[]> =>
  log.entries.find().sort({ _id: 1 }).toArray();

/** The paths of all values in a document that hold no others, such as `data.piece.start`. */
export const pathsIn = (value: unknown, path = ''): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) =>
    pathsIn(member, path === '' ? key : `${path}.${key}`),
  );
};

/** Another value of the same kind. */
export const otherThan = (value: unknown): unknown => {
  if (typeof value === 'string') return value === '' ? 'x' : `${value.slice(0, -1)}~`;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : 'something';
};

/** What stands at a path. */
export const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as { [key: string]: unknown })[key], value);
