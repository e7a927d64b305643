import { logLag, type LogLag } from '../event-log/log-lag';
import type { LogState, Recovery } from '../event-log/log-documents';
import type { EventLog } from '../event-log/open-log';
import { oplogWindow, type OplogWindow } from '../event-log/oplog-window';

/** How the log is. */
export type LogStanding = {
  readonly generation: string;
  readonly position: number;
  readonly headHash: string | null;
  /** What it has yet to take over from the documents; undefined when that cannot be told. */
  readonly lag: LogLag | undefined;
  /** The process that writes it; undefined when none does. */
  readonly writer: string | undefined;
  /** Undefined where the oplog may not be read. */
  readonly oplog: OplogWindow | undefined;
  /** The newest times it had to be completed from the streams, the newest first. */
  readonly recoveries: readonly Recovery[];
};

/** Looks how the log is. */
export const logStanding = async (
  log: EventLog,
  state: LogState,
  writer: string | undefined,
): Promise<LogStanding> => {
  const [lag, oplog] = await Promise.all([logLag(log, state), oplogWindow(log, state)]);
  const { generation, position, headHash } = state;
  const recoveries = [...state.recoveries].reverse();
  return { generation, position, headHash, lag, writer, oplog, recoveries };
};
