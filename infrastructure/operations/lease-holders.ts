import type { Leases } from '../lease';

/** The holder of each lease that is held now, by the clock of the database: `<host> <pid> <id>`. */
export const leaseHolders = async (leases: Leases): Promise<ReadonlyMap<string, string>> => {
  const held = await leases.find({ $expr: { $gte: ['$until', '$$NOW'] } }).toArray();
  return new Map(held.map(({ _id, holder }) => [_id, holder]));
};
