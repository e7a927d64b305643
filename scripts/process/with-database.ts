import { openDatabase } from '../start/database';
import { untilToldToStop } from './until-told-to-stop';
import { askDataHolder, dataIsUsed, takeData, type DataHolder } from './data-lock';

/**
 * Gives a tool a database: the server MONGODB_URI names, else the one of what runs on `.data/`
 * (`npm start`, `npm run dev`), else a server of its own on `.data/`, stopped afterwards.
 *
 * @param command how the tool is called; others are told while it uses `.data/`
 * @param work gets the URI, and a signal that says when to stop
 * @throws SetupProblem when there is no database to be had
 */
export async function withDatabase(
  command: string,
  work: (mongodbUri: string, stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = untilToldToStop();
  const holder: DataHolder = { command, running: false };
  const release = process.env.MONGODB_URI ? () => undefined : await takeData(holder);
  if (!release) {
    const other = await askDataHolder();
    if (!other?.mongodbUri) throw dataIsUsed(other);
    await work(other.mongodbUri, stop);
    return;
  }
  const { uri, embedded } = await openDatabase(process.env);
  try {
    holder.mongodbUri = uri;
    holder.running = true;
    await work(uri, stop);
  } finally {
    await embedded?.stop();
    release();
  }
}
