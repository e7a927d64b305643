import type { Recorded } from '@/domain/shared/stream';
import type { EventLog } from './open-log';

const name = 'event.metadata.streamName';
const position = 'event.metadata.streamPosition';

/** The newest position in the log of each of these streams; those it does not have are left out. */
export const positionsIn = async (
  { entries }: EventLog,
  streamNames: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const found = await entries
    .aggregate<{ readonly _id: string; readonly position: number }>(
      [
        { $match: { [name]: { $in: streamNames } } },
        { $group: { _id: `$${name}`, position: { $max: `$${position}` } } },
      ],
      { readConcern: { level: 'majority' } },
    )
    .toArray();
  return new Map(found.map((stream) => [stream._id, stream.position]));
};

const toBeAsked = -1;
const mostRemembered = 20_000;

/**
 * How far the log has each stream. What was asked for once is remembered: for as long as our fencing
 * token is the highest, nobody else appends.
 */
export class LoggedPositions {
  readonly #known = new Map<string, number>();

  constructor(private readonly log: EventLog) {}

  /**
   * The newest position in the log of each stream of these events. A stream that begins with them is
   * not asked for: its first event cannot be there, and a second one of its place is refused.
   */
  async before(events: readonly Recorded[]): Promise<Map<string, number>> {
    const positions = new Map<string, number>();
    for (const { metadata } of events) {
      const { streamName, streamPosition } = metadata;
      const known = this.#known.get(streamName) ?? (streamPosition === 1 ? 0 : undefined);
      if (!positions.has(streamName)) positions.set(streamName, known ?? toBeAsked);
    }
    const asked = [...positions.keys()].filter((name) => positions.get(name) === toBeAsked);
    if (asked.length === 0) return positions;
    const found = await positionsIn(this.log, asked);
    for (const streamName of asked) positions.set(streamName, found.get(streamName) ?? 0);
    return positions;
  }

  /** Is told what was appended. Those that grew longest ago are forgotten first. */
  appended(positions: ReadonlyMap<string, number>): void {
    for (const [streamName, to] of positions) {
      this.#known.delete(streamName);
      this.#known.set(streamName, to);
    }
    for (const streamName of this.#known.keys()) {
      if (this.#known.size <= mostRemembered) return;
      this.#known.delete(streamName);
    }
  }
}
