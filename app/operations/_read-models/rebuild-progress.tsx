import type { Instant } from '@/domain/shared/time';
import type { Rebuild } from '@/infrastructure/read-models/rows-of';
import { formatCount } from '../_words/format-amount';
import { Moment } from '../_words/moment';

type RebuildProgressProps = {
  readonly rebuild: Rebuild;
  readonly name: string;
  readonly head: number;
  readonly now: Instant;
};

/** How far a rebuild is; or why it was given up. */
export const RebuildProgress = ({ rebuild, name, head, now }: RebuildProgressProps) => {
  const { position, preview, failure, startedAt } = rebuild;
  if (failure !== undefined) {
    return (
      <div className="mt-3 rounded-control border border-red-line px-3 py-2">
        <p>
          {preview ? 'The preview' : 'The rebuild'} was given up at event {formatCount(position)};
          the rows in use stayed. The reason:
        </p>
        <p className="mt-1 wrap-anywhere text-red">{failure}</p>
      </div>
    );
  }
  const text = `${formatCount(position)} of ${formatCount(head)} events`;
  return (
    <div className="mt-3">
      <p>
        {preview ? 'Previewing' : 'Rebuilding'}: {text}, begun <Moment at={startedAt} now={now} />
      </p>
      <progress
        aria-label={`${preview ? 'Preview' : 'Rebuild'} of ${name}`}
        value={position}
        max={Math.max(head, position, 1)}
        className="progress mt-2"
      >
        {text}
      </progress>
    </div>
  );
};
