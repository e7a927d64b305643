import { stampOf } from '../event-log/commit-stamps';
import type { LogEntry, LogState } from '../event-log/log-documents';
import { nextEntries, noEntries, type LogEnd } from '../event-log/next-entries';
import type { Break } from './breaks';
import { brokenEvent } from './event-breaks';

/**
 * Goes through the log in order: positions without a gap, each entry linked to the one before, the
 * events of each commit side by side as they were decided.
 */
export class LogChain {
  #end: LogEnd = noEntries;
  #commit: CommitSeen | undefined;

  /** What is wrong with the next entry: one break of its link, one of its commit. */
  take(entry: LogEntry): readonly Break[] {
    const { streamName: stream, streamPosition: position } = entry.event.metadata;
    const at = { stream, position, logPosition: entry._id };
    const breaks: Break[] = [];
    const link = this.#brokenLink(entry);
    if (link !== undefined) breaks.push({ kind: 'log', ...at, what: link });
    const commit = this.#brokenCommit(entry);
    if (commit !== undefined) breaks.push({ kind: 'commit', ...at, what: commit });
    return breaks;
  }

  /** What is wrong with where the log says it stands, after its last entry. */
  end(state: LogState | undefined): readonly Break[] {
    const { position, headHash, reached, mostBehindMs } = this.#end;
    const broken = (what: string): readonly Break[] => [{ kind: 'log', what }];
    if (!state) {
      return position > 0 ? broken('it has entries, but nothing says where it stands') : [];
    }
    if (state.position !== position) {
      return broken(`it says it stands at ${state.position}, but its last entry is ${position}`);
    }
    if (state.headHash !== headHash) return broken('it names another last entry');
    if (state.reached === reached && state.mostBehindMs === mostBehindMs) return [];
    return broken('it says other times than those of its entries');
  }

  #brokenLink(entry: LogEntry): string | undefined {
    const { _id, streamType, event, reached, previousHash, hash, ...rest } = entry;
    const before = this.#end;
    const next = nextEntries([event], before);
    this.#end = { ...next.end, position: _id, headHash: hash, reached };
    const [expected] = next.entries;
    if (_id !== before.position + 1) {
      return `what should stand at ${before.position + 1} before it is missing`;
    }
    const [strange] = Object.keys(rest);
    if (strange !== undefined) return `it holds “${strange}”, which no hash covers`;
    if (streamType !== expected?.streamType) return `it says its stream is a ${streamType}`;
    const ofEvent = brokenEvent(event);
    if (ofEvent !== undefined) return `of its event: ${ofEvent}`;
    if (previousHash !== before.headHash) return 'it does not name the entry before it';
    if (reached !== expected.reached) return 'it says another newest time than that of its events';
    return hash === expected.hash ? undefined : 'its hash is not that of its content';
  }

  #brokenCommit({ event }: LogEntry): string | undefined {
    const { id, index, size } = stampOf(event);
    const before = this.#commit;
    this.#commit = { id, index, size };
    const unfinished = before && before.index + 1 < before.size;
    if (before && unfinished && before.id === id && before.size === size) {
      if (index === before.index + 1) return undefined;
    }
    if (unfinished) return `it stands amid commit ${before.id}, which has ${before.size} events`;
    return index === 0
      ? undefined
      : `it is event ${index + 1} of commit ${id}, but the one before it is not there`;
  }
}

type CommitSeen = { readonly id: string; readonly index: number; readonly size: number };
