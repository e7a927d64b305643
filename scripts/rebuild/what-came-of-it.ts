import type { ReadModelStanding } from '@/infrastructure/operations/read-model-standing';
import type { Preview } from '@/infrastructure/read-models/rows-of';

/** What a read model tells of rebuilds; undefined where it was never worked on. */
type Told = Pick<ReadModelStanding, 'rows' | 'preview' | 'rebuilt'> | undefined;

/**
 * What to say once a rebuild that was asked for is gone: what it came to, or that somebody cancelled it.
 * An earlier one has left its result as well, so `before`, from before it was asked for, tells them apart.
 */
export const whatCameOfIt = (previewed: boolean, before: Told, after: Told): readonly string[] => {
  const isNew = (what: 'preview' | 'rebuilt') =>
    after?.[what]?.at.getTime() !== before?.[what]?.at.getTime();
  if (previewed && after?.preview && isNew('preview')) return differences(after.preview);
  if (!previewed && after?.rebuilt && isNew('rebuilt')) {
    return [`${String(after.rows)} rows were built anew and are in use.`];
  }
  return [`Somebody cancelled it${previewed ? '.' : '; the rows in use stay.'}`];
};

const differences = ({ position, same, different, missing, extra, examples }: Preview) => [
  `At position ${String(position)} of the log, rows built anew would hold:`,
  `  ${String(same)} as they are, ${String(different)} with another content, ` +
    `${String(missing)} that are not there now; ${String(extra)} would go.`,
  ...(examples.length > 0 ? [`  For example: ${examples.join(', ')}`] : []),
];
