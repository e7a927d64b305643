import type { Collection } from 'mongodb';
import { sameJson } from '../event-store/same-json';
import { compareText } from '../mongodb/text-order';
import type { Row } from './read-model';
import type { Preview } from './rows-of';

const mostExamples = 10;

/** Compares rows in use with rows built anew, one by one by id, in bounded memory. */
export const compareRows = async (
  inUse: Collection<Row>,
  fresh: Collection<Row>,
): Promise<Omit<Preview, 'at' | 'position'>> => {
  const counts = { same: 0, different: 0, missing: 0, extra: 0 };
  const examples: string[] = [];
  const count = (kind: keyof typeof counts, id: string) => {
    counts[kind] += 1;
    if (kind !== 'same' && examples.length < mostExamples) examples.push(id);
  };
  const [old, anew] = [inUse, fresh].map((rows) =>
    rows.find().sort({ _id: 1 })[Symbol.asyncIterator](),
  );
  if (!old || !anew) throw new Error('There is nothing to compare');
  let [a, b] = [await old.next(), await anew.next()];
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : compareText(a.value._id, b.value._id);
    if (order < 0 && !a.done) count('extra', a.value._id);
    else if (order > 0 && !b.done) count('missing', b.value._id);
    else if (!a.done && !b.done)
      count(sameJson(a.value, b.value) ? 'same' : 'different', a.value._id);
    if (order <= 0) a = await old.next();
    if (order >= 0) b = await anew.next();
  }
  return { ...counts, examples };
};
