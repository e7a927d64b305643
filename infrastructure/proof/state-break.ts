import { plainJson } from '../event-store/plain-json';
import { sameJson } from '../event-store/same-json';
import { withoutMetadata, type StateProjection } from '../event-store/state-projection';
import type { StreamDocument } from '../event-store/stream-document';
import type { Break } from './breaks';

/**
 * What is wrong with the state a stream stores; 'not counted' for one that no command takes, because
 * it was made by an earlier version of `evolve`: it is folded anew when it is next loaded.
 */
export const stateBreak = (
  document: StreamDocument,
  projection: StateProjection,
): Break | 'not counted' | undefined => {
  const stored = document.projections?.state;
  const broken = (what: string): Break => ({ kind: 'state', stream: document.streamName, what });
  if (!stored) return broken('it has no state');
  const { schemaVersion, streamPosition, streamId } = stored._metadata;
  if (schemaVersion < projection.schemaVersion) return 'not counted';
  if (schemaVersion !== projection.schemaVersion) {
    return broken(`its state is of version ${schemaVersion}: verify it with the app that made it`);
  }
  if (Number(streamPosition) !== document.messages.length) {
    return broken(
      `its state stands at ${Number(streamPosition)}, but it has ${document.messages.length} events`,
    );
  }
  if (streamId !== document.metadata.streamId) return broken(`its state is that of ${streamId}`);
  try {
    const state = plainJson(withoutMetadata(stored), 'state');
    const folded = projection.fold(document.messages);
    return sameJson(state, folded) ? undefined : broken('its state is not what its events fold to');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return broken(`its state cannot be compared: ${reason}`);
  }
};
