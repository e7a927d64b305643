import type { LogEntry, LogState } from '../event-log/log-documents';
import type { Breaks } from './breaks';
import { CommitsRemembered } from './commits-remembered';
import type { LogPlace } from './log-place';
import { LogChain } from './log-chain';
import { besideStreams, type ProofSource } from './source';
import { notAnEntry } from './stored-shape';

/** What was found of the log. */
export type LogCounts = {
  readonly entries: number;
  /** Hash of the entry at the position that was asked for; undefined where there is none. */
  readonly hashAtKept: string | undefined;
};

/**
 * Checks the log's own chain, entry by entry, and where it says it stands; and by its commits what the
 * streams remember of commands.
 */
export const checkLog = async (
  source: ProofSource,
  state: LogState | undefined,
  kept: LogPlace | undefined,
  breaks: Breaks,
  looked: (entries: number) => void,
): Promise<LogCounts> => {
  const chain = new LogChain();
  const commits = new CommitsRemembered(source, breaks);
  let entries = 0;
  let hashAtKept: string | undefined;
  const { collectionName } = source.log.entries;
  for await (const entry of besideStreams<LogEntry>(source, collectionName, { sort: { _id: 1 } })) {
    entries += 1;
    const unlike = notAnEntry(entry);
    if (unlike === undefined) {
      const broken = chain.take(entry);
      breaks.add(broken);
      if (broken.length === 0) await commits.take(entry);
    } else breaks.add([{ kind: 'log', what: `its entry ${entries} is none (${unlike})` }]);
    if (entry._id === kept?.position) hashAtKept = entry.hash;
    looked(entries);
  }
  await commits.lookUp();
  breaks.add(chain.end(state));
  return { entries, hashAtKept };
};
