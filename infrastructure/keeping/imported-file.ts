import type { Recorded } from '@/domain/shared/stream';
import { SetupProblem } from '../setup-problem';
import { eventOf, headerOf, type ExportHeader } from './event-lines';
import { readPlainLines } from './line-file';

/** An event of a file, and the line it stands in. */
export type EventLine = { readonly event: Recorded; readonly line: number };

/** The first line of an export. Throws SetupProblem when the file is none. */
export const headerIn = async (file: string): Promise<ExportHeader> => {
  for await (const line of readPlainLines(file)) {
    return atLine(1, () => headerOf(line));
  }
  throw new SetupProblem(`${file} is empty: it is no export.`);
};

/** The events of an export, as many at once as are asked for. Throws SetupProblem naming the line. */
export async function* eventsIn(
  file: string,
  atOnce: number,
): AsyncGenerator<readonly EventLine[]> {
  let [number, events] = [0, [] as EventLine[]];
  for await (const text of readPlainLines(file)) {
    const line = (number += 1);
    if (line === 1) continue;
    events.push({ event: atLine(line, () => eventOf(text)), line });
    if (events.length < atOnce) continue;
    yield events;
    events = [];
  }
  if (events.length > 0) yield events;
}

/** Runs a check of a line; what it throws becomes a SetupProblem that names the line. */
export const atLine = <T>(line: number, check: () => T): T => {
  try {
    return check();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupProblem(`Nothing was imported: line ${line} of the file is wrong. ${reason}`);
  }
};
