import type { DomainEvent, Recorded, StreamDefinition } from './stream';
import { isNewer, upcast } from './upcast';

/**
 * The state after one more event, as it is stored or already read. An event that newer code wrote
 * leaves the state as it was.
 */
export const stateAfter = <State, E extends DomainEvent>(
  definition: StreamDefinition<State, E>,
  state: State,
  event: Recorded,
): State =>
  isNewer(definition, event) ? state : definition.evolve(state, upcast(definition, event));

/** The state that all events of a stream fold to, from the beginning. */
export const fold = <State, E extends DomainEvent>(
  definition: StreamDefinition<State, E>,
  events: readonly Recorded[],
): State =>
  events.reduce((state, event) => stateAfter(definition, state, event), definition.initialState());
