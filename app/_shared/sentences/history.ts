import { stateAfter } from '@/domain/shared/fold';
import type { DomainEvent, Recorded, StreamDefinition } from '@/domain/shared/stream';
import type { TimeZone } from '@/domain/shared/time';
import { isNewer } from '@/domain/shared/upcast';
import { untold, type Sentence, type Words } from './sentence';

/** Tells one recorded event; `before` is the state it met, which knows the old values. */
export type Teller<State, E extends DomainEvent, W extends Words = Words> = (
  before: State,
  event: Recorded<E>,
  words: W,
) => Sentence;

/** An event, its sentence, and the zone in which its times are told. */
export type Told<E extends DomainEvent> = {
  readonly event: Recorded<E>;
  readonly sentence: Sentence;
  readonly timeZone: TimeZone;
};

/**
 * Tells a whole stream, oldest first: each event on the state that the ones before it left. Of an
 * event that newer code wrote it only tells that. `zoneOf` gives the zone of the state an event led
 * to: what was told once in the time of one room stays so when a reservation is moved elsewhere.
 */
export const tellHistory = <State, E extends DomainEvent, W extends Words>(
  definition: StreamDefinition<State, E>,
  tell: Teller<State, E, W>,
  events: readonly Recorded<E>[],
  words: W,
  zoneOf: (after: State) => TimeZone,
): readonly Told<E>[] => {
  let state = definition.initialState();
  return events.map((event) => {
    const newer = isNewer(definition, event);
    const sentence = newer ? untold(event as never) : tell(state, event, words);
    state = stateAfter(definition, state, event);
    return { event, sentence, timeZone: zoneOf(state) };
  });
};
