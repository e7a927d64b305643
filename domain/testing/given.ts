import type { Actor } from '@/domain/shared/actor';
import type {
  Answer,
  Append,
  Command,
  CommandDefinition,
  StreamSet,
} from '@/domain/shared/command';
import { isRefusal, type Refusal, type RefusalCode } from '@/domain/shared/refusal';
import type { StreamRange, StreamRef } from '@/domain/shared/stream';
import type { Instant } from '@/domain/shared/time';
import { ExpectationFailed, expectSame } from './expectation-failed';
import { ana, now } from './people';
import { keyOf, runCommand, type Ran } from './run-command';
import { afterAll, type Story } from './story';
import { nameOf, type Streams } from './streams';

/** Who sends a command, and when; Ana, at the clock of all tests, unless told otherwise. */
export type Sent = { readonly by?: Actor; readonly at?: Instant };

/**
 * What happened before, one atomic write each.
 *
 * @example
 * given(added(), booked(wish('2026-11-24T09:00', '10:00'), { id: theirs, owner: ben }))
 *   .when(bookRoom, booking(wish('2026-11-24T09:00', '10:00')))
 *   .thenRefused('SLOT_TAKEN', { winner })
 */
export const given = (...stories: readonly Story[]): Given => new Given(afterAll(stories));

class Given {
  constructor(private readonly streams: Streams) {}

  /** Sends a command. Throws where the store would call what it does a bug. */
  when<C extends Command, S extends StreamSet, A extends Answer>(
    definition: CommandDefinition<C, S, A>,
    command: NoInfer<C>,
    { by = ana, at = now }: Sent = {},
  ): Sending<C, S, A> {
    const ran = runCommand(definition, command, { actor: by, now: at }, this.streams);
    return new Sending(definition, command, { by, at }, ran);
  }
}

class Sending<C extends Command, S extends StreamSet, A extends Answer> {
  constructor(
    private readonly definition: CommandDefinition<C, S, A>,
    private readonly command: C,
    private readonly sent: Sent,
    private readonly ran: Ran<A>,
  ) {}

  /** It was accepted, and appended these events to these streams, and no others to any. */
  then(...stories: readonly Story[]): AcceptedCommand<C, S, A> {
    const { decision, before } = this.ran;
    if (isRefusal(decision)) {
      throw new ExpectationFailed('It was refused', decision, 'accepted', before);
    }
    expectAppended(this.ran, stories);
    return new AcceptedCommand(this.definition, this.command, this.sent, this.ran);
  }

  /**
   * It was refused with exactly this code and data, and appended nothing; to the home of a command
   * whose refusals are kept, at most what `andAppended` then says.
   */
  thenRefused<Code extends RefusalCode>(code: Code, ...[data]: DataOf<Code>): RefusedCommand {
    const { decision, appends, before } = this.ran;
    if (!isRefusal(decision)) {
      throw new ExpectationFailed('It was accepted', decision, { code, ...data }, before);
    }
    expectSame('It was refused otherwise', decision, { code, ...data }, before);
    const home = nameOf(this.definition.home(this.command));
    const elsewhere = appends.filter(
      ({ stream }) => !this.definition.refused || nameOf(stream) !== home,
    );
    expectSame('It appended something', elsewhere, [], before);
    return new RefusedCommand(this.ran);
  }
}

/** A refusal's data without its code; nothing for a code that has none. */
type DataOf<Code extends RefusalCode> = DataBeside<Extract<Refusal, { readonly code: Code }>>;
type DataBeside<R extends Refusal> = keyof Omit<R, 'code'> extends never ? [] : [Omit<R, 'code'>];

class RefusedCommand {
  constructor(private readonly ran: Ran) {}

  /** What was appended nevertheless: these events and no others; without any, nothing at all. */
  andAppended(...stories: readonly Story[]) {
    expectAppended(this.ran, stories);
  }
}

class AcceptedCommand<C extends Command, S extends StreamSet, A extends Answer> {
  constructor(
    private readonly definition: CommandDefinition<C, S, A>,
    private readonly command: C,
    private readonly sent: Sent,
    private readonly ran: Ran<A>,
  ) {}

  andAnswered(answer: A): this {
    const { decision, before } = this.ran;
    expectSame(
      'It answered otherwise',
      isRefusal(decision) ? decision : decision.answer,
      answer,
      before,
    );
    return this;
  }

  /** What must not change before it is written: these and no others. */
  andGuarded(...guards: readonly (StreamRef | StreamRange)[]): this {
    const { decision, before } = this.ran;
    const actual = isRefusal(decision) ? [] : decision.guards.map(keyOf);
    expectSame('It guarded otherwise', actual, guards.map(keyOf), before);
    return this;
  }

  /** The state a stream folds to now, as far as it is told here. */
  andNow(ref: StreamRef, expected: { readonly [key: string]: unknown }): this {
    const state = this.ran.after.one(ref).state as typeof expected;
    const told = Object.fromEntries(Object.keys(expected).map((key) => [key, state[key]]));
    expectSame(`${nameOf(ref)} is otherwise`, told, expected, this.ran.after);
    return this;
  }

  /** Sends the same command again, on what it left. */
  sentAgain(sent: Sent = {}): Sending<C, S, A> {
    return this.when(this.definition, this.command, { ...this.sent, ...sent });
  }

  /** Sends another command, on what this one left. */
  when<D extends Command, T extends StreamSet, B extends Answer>(
    definition: CommandDefinition<D, T, B>,
    command: NoInfer<D>,
    sent: Sent = {},
  ): Sending<D, T, B> {
    return new Given(this.ran.after).when(definition, command, sent);
  }
}

const expectAppended = ({ appends, before }: Ran, stories: readonly Story[]) => {
  const expected = stories.flatMap((story) => story.events(before));
  expectSame('It appended otherwise', byStream(appends), byStream(expected), before);
};

const byStream = (appends: readonly Append[]) => {
  const streams: { [name: string]: unknown[] } = {};
  for (const { stream, events } of appends) {
    if (events.length > 0)
      streams[nameOf(stream)] = [...(streams[nameOf(stream)] ?? []), ...events];
  }
  return streams;
};
