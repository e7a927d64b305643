import { backup } from '@/infrastructure/keeping/backup';
import { logPlaceOf, logPlaceText } from '@/infrastructure/proof/log-place';
import { onePath, readArguments, secondsOf } from './process/arguments';
import { withLog } from './process/with-log';

const USAGE = `Usage: npm run backup -- <folder> [--history <seconds>]
  <folder>   empty, or not there yet
  --history  how much of its past MongoDB keeps meanwhile; needed when a backup takes over 5 minutes`;

/** `npm run backup -- <folder>`: keeps the whole store in a folder, also while the app runs. */
export async function main(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, USAGE, { history: { type: 'string' } });
  const folder = onePath(positionals, USAGE);
  const historySeconds = secondsOf(values.history, USAGE);
  const brokenOff = `Broken off: ${folder} holds no backup yet. The same command goes on.`;
  await withLog('npm run backup', brokenOff, async (opened) => {
    const kept = await backup({ ...opened, folder, historySeconds });
    const head = logPlaceOf(kept.log ?? undefined);
    const { log, files, takenAt, events, streams } = kept;
    return [
      `Kept as of ${takenAt}: ${String(events)} events in ${String(streams)} streams, ` +
        (log ? `the log up to position ${String(log.position)}.` : 'no log yet.'),
      ...(head ? [`Head of the log: ${logPlaceText(head)}`] : []),
      `Keys of persons: ${files.keys.name}. Keep them in another place than the rest.`,
    ];
  });
}
