import {
  accept,
  append,
  defineCommand,
  type Answer,
  type Append,
  type Command,
  type CommandDefinition,
  type Decision,
  type DecisionContext,
} from '@/domain/shared/command';
import { CommandId, MemberId } from '@/domain/shared/ids';
import type { Refusal } from '@/domain/shared/refusal';
import type { Loaded, StreamRange } from '@/domain/shared/stream';
import type { CommandContext } from '@/infrastructure/event-store/job';
import { v7 as uuidv7 } from 'uuid';
import { counted, type TallyRef } from './toy-streams';

/** A command made up by one test; `wish` is what its fingerprint sees. */
export type Toy = Command & { readonly type: 'Toy'; readonly wish?: unknown };
type Streams = {
  readonly streams: readonly TallyRef[];
  readonly range: readonly TallyRef[];
};
export type ToyDefinition = CommandDefinition<Toy, Streams>;
type Tallies = readonly Loaded<TallyRef>[];

export type ToyParts = {
  /** The streams it reads; the first is its home. */
  readonly reads: readonly [TallyRef, ...TallyRef[]];
  readonly range?: StreamRange<TallyRef>;
  readonly decide: (streams: Tallies, range: Tallies, context: DecisionContext) => Decision;
  readonly refused?: (refusal: Refusal, streams: Tallies) => readonly Append[];
  readonly alone?: true;
};

/** Makes a command of what one test wants decided. */
export const toy = ({ reads, range, decide, refused, alone }: ToyParts): ToyDefinition =>
  defineCommand<Toy, Streams, Answer>({
    type: 'Toy',
    home: () => reads[0],
    ...(alone && { alone }),
    reads: () => ({ streams: reads, range: range ?? [] }),
    decide: (_, loaded, context) => decide(loaded.streams, loaded.range, context),
    ...(refused && { refused: (_, refusal, { streams }) => refused(refusal, streams) }),
  });

/** Adds to each of these streams; answers the sums. In a transaction, also for one stream. */
export const counting = (...reads: readonly [TallyRef, ...TallyRef[]]): ToyDefinition =>
  toy({
    reads,
    decide: (streams) =>
      accept(
        { sums: streams.map(({ state }) => state.sum + 1) },
        streams.map((stream) => append(stream, counted(1))),
      ),
  });

/** The same for one stream, without a transaction. */
export const countingAlone = (ref: TallyRef): ToyDefinition => ({ ...counting(ref), alone: true });

/** One sending; another with the same id is `sent(wish, commandId)`. */
export const sent = (wish?: unknown, commandId = CommandId.of(uuidv7())): Toy => ({
  type: 'Toy',
  commandId,
  ...(wish !== undefined && { wish }),
});

export const by = (memberId: string, role: 'member' | 'manager' = 'member'): CommandContext => ({
  actor: { id: MemberId.of(memberId), role },
});

export const ana = by('ana.ruiz');
export const ben = by('ben.okafor');
