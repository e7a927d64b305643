import { setTimeout as pause } from 'node:timers/promises';
import { accept, append } from '@/domain/shared/command';
import { streamNameOf } from '@/infrastructure/event-store/stream-document';
import { ana, countingAlone, sent, toy, type ToyDefinition } from '../event-store/toy-commands';
import type { OpenStore } from '../event-store/toy-store';
import { counted, tally, type TallyRef } from '../event-store/toy-streams';
import type { Saw } from './log-wrongs';

/** Three events over two streams, in the order: this, that, this. */
export const interleaving = (one: TallyRef, other: TallyRef): ToyDefinition =>
  toy({
    reads: [one, other],
    decide: ([a, b]) =>
      accept(
        {},
        a && b ? [append(a, counted(1)), append(b, counted(2)), append(a, counted(3))] : [],
      ),
  });

/** An event that notes how far its decision saw another stream, which it does not grow. */
export const seeing = (one: TallyRef, other: TallyRef): ToyDefinition =>
  toy({
    reads: [one, other],
    decide: ([a, b]) => {
      if (!a || !b) return accept({}, []);
      const note: Saw = { saw: { streamName: streamNameOf(b.ref), position: b.position } };
      return accept({}, [append(a, counted(1, note))]);
    },
  });

/** Streams of both types that writers grow. */
export const someStreams = (): readonly TallyRef[] => [
  ...Array.from({ length: 6 }, () => tally()),
  tally(undefined, 'shelf'),
];

/** Those who write until they are told to stop. */
export type Writers = {
  /** Resolves to how many events were acknowledged. */
  readonly stop: () => Promise<number>;
};

const clients = 4;
/** Between two commands of a client: others need the machine too. */
const restMs = 10;

/** Lets a few clients of each store send commands of all kinds, one after another, on these streams. */
export const startWriters = (
  stores: readonly OpenStore[],
  streams: readonly TallyRef[],
): Writers => {
  let [stopped, written] = [false, 0];
  const write = async (store: OpenStore, client: number) => {
    for (let i = client; !stopped; i += 1) {
      const [one, other] = [streams[i % streams.length], streams[(i * 3 + 1) % streams.length]];
      if (!one || !other || one === other) continue;
      const [definition, events] =
        i % 3 === 0
          ? [interleaving(one, other), 3]
          : [i % 3 === 1 ? seeing(one, other) : countingAlone(one), 1];
      const { status } = await store.execute(definition, sent(), ana);
      if (status === 'accepted') written += events;
      await pause(restMs);
    }
  };
  const writing = stores.flatMap((store) =>
    Array.from({ length: clients }, (_, client) => write(store, client)),
  );
  return {
    stop: async () => {
      stopped = true;
      await Promise.all(writing);
      return written;
    },
  };
};
