import { MongoClient } from 'mongodb';

/**
 * How many transactions of a client, by the name it gave itself in its URI, are open on the primary:
 * begun, and neither committed nor aborted. Of a client that is frozen they stay open until the
 * server's patience ends. 0 when no primary answers.
 */
export const openTransactions = async (mongodbUri: string, appName: string): Promise<number> => {
  const client = new MongoClient(mongodbUri, { serverSelectionTimeoutMS: 1000 });
  try {
    const found = await (
      await client.connect()
    )
      .db('admin')
      .aggregate([
        { $currentOp: { allUsers: true, idleSessions: true } },
        { $match: { appName, 'transaction.parameters.autocommit': false } },
      ])
      .toArray();
    return found.length;
  } catch {
    return 0;
  } finally {
    await client.close(true);
  }
};
