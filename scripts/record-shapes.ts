import { SetupProblem } from '@/infrastructure/setup-problem';
import { currentStreams } from './evolution/current';
import { problemsOf } from './evolution/problems';
import { recordOf } from './evolution/record-of';
import { readShipped, writeShipped } from './evolution/shipped';
import { storedStreams } from './evolution/stored-streams';

/**
 * `npm run record-shapes`: writes down what new versions of streams ship with, in domain/shipped: the
 * shapes of their events, streams that the store itself wrote, and the states they fold to. What is
 * written down is never changed; where the code differs from it, nothing is written at all.
 */
export async function main(): Promise<void> {
  const fresh = [];
  for (const current of currentStreams()) {
    const { type, schemaVersion } = current.definition;
    const shipped = await readShipped(type);
    if (shipped.some((each) => each.schemaVersion === schemaVersion)) {
      refuse(problemsOf(current, shipped));
    } else fresh.push({ current, shipped });
  }
  if (fresh.length === 0) {
    console.log('Every version is recorded.');
    return;
  }
  const streamsOf = await storedStreams();
  const records = fresh.map(({ current, shipped }) => {
    const record = recordOf(current, shipped, streamsOf(current.definition.type));
    refuse(problemsOf(current, [...shipped, record]));
    return record;
  });
  for (const record of records)
    console.log(`Recorded domain/shipped/${await writeShipped(record)}`);
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new SetupProblem(['Nothing was recorded.', ...problems].join('\n- '));
}
