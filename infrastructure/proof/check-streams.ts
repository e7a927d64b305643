import { streamDefinitions } from '@/domain/stream-definitions';
import { stateProjection, type StateProjection } from '../event-store/state-projection';
import type { StreamDocument } from '../event-store/stream-document';
import { readAt } from '../mongodb/read-at';
import type { Breaks } from './breaks';
import type { SealedTexts } from './check-keys';
import { rememberedBreaks } from './remembered-breaks';
import { namesOf, streamsOf, streamTypes, type ProofSource } from './source';
import { stateBreak } from './state-break';
import { notAStream } from './stored-shape';
import { streamBreaks } from './stream-breaks';

/** How much of it was checked. */
export type StreamCounts = {
  readonly streams: number;
  readonly events: number;
  /** States of an earlier version of `evolve`: no command takes them, so they were not compared. */
  readonly statesNotCounted: number;
};

/**
 * Checks the chain, the document, the state and the remembered commands of every stream, one stream in
 * memory at a time; hands over its sealed texts.
 */
export const checkStreams = async (
  source: ProofSource,
  breaks: Breaks,
  texts: SealedTexts,
  looked: (streams: number) => void,
): Promise<StreamCounts> => {
  const counts = { streams: 0, events: 0, statesNotCounted: 0 };
  for (const projection of streamDefinitions.map(stateProjection)) {
    let before = '';
    for await (const document of streamsOf<StreamDocument>(source, projection.type, whole)) {
      counts.streams += 1;
      const { streamName: stream } = document;
      if (stream === before) breaks.add([{ kind: 'stream', stream, what: 'it is there twice' }]);
      before = stream;
      const unlike = notAStream(document);
      if (unlike === undefined) {
        checkStream(document, projection, breaks, counts);
        await texts.take(document);
      } else breaks.add([{ kind: 'stream', stream, what: `it is no stream (${unlike})` }]);
      looked(counts.streams);
    }
  }
  await checkNames(source, breaks);
  return counts;
};

const whole = {};

const checkStream = (
  document: StreamDocument,
  projection: StateProjection,
  breaks: Breaks,
  counts: { events: number; statesNotCounted: number },
) => {
  counts.events += document.messages.length;
  breaks.add(streamBreaks(document));
  breaks.add(rememberedBreaks(document));
  const state = stateBreak(document, projection);
  if (state === 'not counted') counts.statesNotCounted += 1;
  else if (state) breaks.add([state]);
};

/** What lies among the streams and is of no type there is was looked at by nobody. */
const checkNames = async ({ log, at }: ProofSource, breaks: Breaks) => {
  const filter = { $nor: streamTypes.map((type) => ({ streamName: namesOf(type) })) };
  for (const collection of log.streams.collections) {
    const projection = { streamName: 1 };
    for await (const { streamName } of readAt<{ streamName?: unknown }>(
      log.client,
      collection,
      at,
      { filter, projection },
    )) {
      const stream = String(streamName);
      const what = `it lies in ${collection.collectionName} and is no stream of a type there is`;
      breaks.add([{ kind: 'stream', stream, what }]);
    }
  }
};
