import { exportFile } from '@/infrastructure/keeping/export-file';
import { onePath, readArguments, secondsOf, wrongUse } from './process/arguments';
import { withLog } from './process/with-log';

const USAGE = `Usage: npm run export -- <file> [--type <type> …] [--history <seconds>]
  <file>     not there yet; gets a line of JSON for each event
  --type     exports streams of this type only; may be given several times
  --history  how much of its past MongoDB keeps meanwhile; needed when an export takes over 5 minutes`;

const OPTIONS = {
  type: { type: 'string', multiple: true },
  history: { type: 'string' },
} as const;

/** `npm run export -- <file>`: writes streams as lines of JSON, also while the app runs. */
export async function main(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, USAGE, OPTIONS);
  const file = onePath(positionals, USAGE);
  const historySeconds = secondsOf(values.history, USAGE);
  const brokenOff = `Broken off: nothing is at ${file} yet. The same command goes on.`;
  await withLog('npm run export', brokenOff, async ({ streamTypes: all, ...opened }) => {
    const streamTypes = values.type ?? all;
    const unknown = streamTypes.find((type) => !all.includes(type));
    if (unknown) throw wrongUse(`“${unknown}” is none of ${all.join(', ')}.`, USAGE);
    const { events, streams, takenAt } = await exportFile({
      ...opened,
      file,
      streamTypes: [...new Set(streamTypes)],
      historySeconds,
    });
    return [
      `Exported as of ${takenAt}: ${String(events)} events in ${String(streams)} streams. ` +
        'Personal texts stay sealed; their keys are not in the file.',
    ];
  });
}
