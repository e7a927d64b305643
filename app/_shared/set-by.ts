import { stateAfter } from '@/domain/shared/fold';
import type { DomainEvent, Recorded, StreamDefinition } from '@/domain/shared/stream';

/**
 * The version that made a field what it is: the last event that changed it, found by folding the
 * stream again. Undefined for a stream without events.
 *
 * @example setBy(roomDefinition, events, (room) => room.status !== 'unknown' && room.rules)
 */
export const setBy = <State, E extends DomainEvent>(
  definition: StreamDefinition<State, E>,
  events: readonly Recorded<E>[],
  field: (state: State) => unknown,
): number | undefined => {
  let state = definition.initialState();
  let value: string | undefined;
  let version: number | undefined;
  for (const event of events) {
    state = stateAfter(definition, state, event);
    const now = JSON.stringify(field(state));
    if (now !== value) version = event.metadata.streamPosition;
    value = now;
  }
  return version;
};
