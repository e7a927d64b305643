import type { Recorded } from '@/domain/shared/stream';
import { stateProjection } from '@/infrastructure/event-store/state-projection';
import { statesOf, type Current } from './problems';
import type { Shipped } from './shipped';

/** What the present version of a type of stream ships with, beside what shipped before it. */
export function recordOf(
  { definition, shapes }: Current,
  before: readonly Shipped[],
  streams: readonly (readonly Recorded[])[],
): Shipped {
  const { type: streamType, schemaVersion, eventVersions } = definition;
  const projection = stateProjection(definition);
  const versions = [...before, { schemaVersion, streams }];
  const states = Object.fromEntries(
    versions.map((each) => [each.schemaVersion, statesOf(projection, each.streams)]),
  );
  return { streamType, schemaVersion, eventVersions, shapes, streams, states };
}
