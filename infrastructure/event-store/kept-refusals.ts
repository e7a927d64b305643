import type { ClientSession, Collection, Db } from 'mongodb';
import type { MemberId } from '@/domain/shared/ids';
import { keptRefusalsCollection } from './kept-refusals-collection';
import { makeCollection } from './storage';

/** How many refused bookings of one member are kept per hour; what is past that is only answered. */
export const keptPerMemberAndHour = 60;

/** Counts the kept refusals of each member in each hour. */
export type RefusalCounts = Collection<{ _id: string; kept: number; hour: Date }>;

const hourInMilliseconds = 3_600_000;
const keptForSeconds = 2 * 3600;

/** Makes the collection that counts, unless it is there; counts go away after two hours. */
export const openRefusalCounts = async (db: Db): Promise<RefusalCounts> => {
  await makeCollection(db, keptRefusalsCollection);
  const counts: RefusalCounts = db.collection(keptRefusalsCollection);
  await counts.createIndex({ hour: 1 }, { expireAfterSeconds: keptForSeconds });
  return counts;
};

/** Tells whether refusals may be kept, and counts those that are. */
export type RefusalAllowance = {
  /** True when one more refusal of this member may be kept in the hour of `now` (ms since 1970). */
  readonly mayKeep: (memberId: MemberId, now: number) => Promise<boolean>;
  /** Counts one that is kept. */
  readonly add: (memberId: MemberId, now: number) => void;
};

/** For commands whose refusals are never kept. */
export const noneKept: RefusalAllowance = {
  mayKeep: () => Promise.resolve(false),
  add: () => undefined,
};

/** The counts of one attempt, read in its snapshot and written with it. */
export class KeptRefusals implements RefusalAllowance {
  readonly #stored = new Map<string, number>();
  readonly #added = new Map<string, { readonly hour: Date; readonly count: number }>();

  constructor(
    private readonly counts: RefusalCounts,
    private readonly session: ClientSession,
  ) {}

  async mayKeep(memberId: MemberId, now: number): Promise<boolean> {
    const { id } = hourOf(memberId, now);
    if (!this.#stored.has(id)) {
      const stored = await this.counts.findOne({ _id: id }, { session: this.session });
      this.#stored.set(id, stored?.kept ?? 0);
    }
    const kept = (this.#stored.get(id) ?? 0) + (this.#added.get(id)?.count ?? 0);
    return kept < keptPerMemberAndHour;
  }

  add(memberId: MemberId, now: number) {
    const { id, hour } = hourOf(memberId, now);
    this.#added.set(id, { hour, count: (this.#added.get(id)?.count ?? 0) + 1 });
  }

  /** Writes what was counted. */
  async write() {
    if (this.#added.size === 0) return;
    await this.counts.bulkWrite(
      [...this.#added].map(([_id, { hour, count }]) => ({
        updateOne: {
          filter: { _id },
          update: { $inc: { kept: count }, $setOnInsert: { hour } },
          upsert: true,
        },
      })),
      { session: this.session },
    );
  }
}

const hourOf = (memberId: MemberId, now: number) => {
  const hour = new Date(Math.floor(now / hourInMilliseconds) * hourInMilliseconds);
  return { id: `${memberId}_${hour.toISOString()}`, hour };
};
