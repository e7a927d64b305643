import type { Collection } from 'mongodb';
import { mongoClient } from '../mongodb/client';
import { databaseName } from '../mongodb/database-name';
import type { ReadModel, Row } from '../read-models/read-model';
import { rowsInUse } from '../read-models/rows-of';

/** The rows of a read model for a page; undefined until they have been made for the first time. */
export const readRows = async (readModel: ReadModel): Promise<Collection<Row> | undefined> => {
  const db = (await mongoClient()).db(databaseName());
  return rowsInUse(db, readModel, undefined);
};
