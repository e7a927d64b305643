import type { ClientSession, Collection, Document, IndexDescription } from 'mongodb';
import type { LogEntry } from '../event-log/log-documents';

/** Rows of a read model; each has an id of its own. */
export type Row = Document & { readonly _id: string };

/** What a projection may use beside its entries: its rows, in the transaction of its checkpoint. */
export type ProjectionContext = {
  readonly rows: Collection<Row>;
  readonly session: ClientSession;
};

/**
 * An asynchronous projection: rows made from the log, that can be thrown away and made again. Another
 * shape of the rows is another version, which is built beside the one before.
 */
export type ReadModel = {
  readonly name: string;
  readonly version: number;
  readonly eventTypes: readonly string[];
  readonly indexes: readonly IndexDescription[];
  /** Brings the rows up to date with entries, in order; the same each time for the same log. */
  readonly apply: (entries: readonly LogEntry[], context: ProjectionContext) => Promise<void>;
};

/** The name of its subscription and of its checkpoint: `use_of_rooms@1`. */
export const subscriptionName = ({ name, version }: Pick<ReadModel, 'name' | 'version'>): string =>
  `${name}@${version}`;
