import { MongoClient } from 'mongodb';
import { streamDefinitions } from '@/domain/stream-definitions';
import type { Recorded } from '@/domain/shared/stream';
import { createEventStore } from '@/infrastructure/event-store/create-event-store';
import { startTemporaryServer } from '@/infrastructure/mongodb/temporary-server';
import { storyClock, tellStory } from './story';

/** Tells the story on a MongoDB of its own; gives the events of each stream as they are stored. */
export async function storedStreams(): Promise<
  (streamType: string) => readonly (readonly Recorded[])[]
> {
  const server = await startTemporaryServer(console.log);
  const client = new MongoClient(server.uri);
  try {
    const story = storyClock();
    const clock = () => story.now;
    const store = await createEventStore({ client, definitions: streamDefinitions, clock });
    await tellStory(store, story);
    const streams = new Map<string, readonly (readonly Recorded[])[]>();
    for (const { type } of streamDefinitions) {
      const documents = await store.collectionOf(type).find().sort({ streamName: 1 }).toArray();
      streams.set(
        type,
        documents.map(({ messages }) => messages),
      );
    }
    await store.close();
    return (streamType) => streams.get(streamType) ?? [];
  } finally {
    await client.close();
    await server.stop();
  }
}
