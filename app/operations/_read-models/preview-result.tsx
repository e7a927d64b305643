import type { Instant } from '@/domain/shared/time';
import type { Preview } from '@/infrastructure/read-models/rows-of';
import { formatCount } from '../_words/format-amount';
import { Moment } from '../_words/moment';

type PreviewResultProps = { readonly preview: Preview; readonly now: Instant };

/** What a rebuild would change, as the newest preview found it. */
export const PreviewResult = ({ preview, now }: PreviewResultProps) => {
  const { examples } = preview;
  return (
    <div className="mt-2 text-ink-2">
      <p>
        Preview at event {formatCount(preview.position)}, <Moment at={preview.at} now={now} />:{' '}
        {differencesOf(preview)}.
      </p>
      {examples.length > 0 && (
        <p className="mt-1 wrap-anywhere">
          Among them:{' '}
          {examples.map((id) => (
            <code key={id} className="mr-1.5 rounded-chip bg-hover px-1.5">
              {id}
            </code>
          ))}
        </p>
      )}
    </div>
  );
};

const differencesOf = ({ same, different, missing, extra }: Preview): string => {
  const stay = formatCount(same);
  if (different + missing + extra === 0) return `a rebuild would change none of ${stay} rows`;
  const changes = [
    [different, 'would change'],
    [missing, 'would come'],
    [extra, 'would go'],
  ] as const;
  const found = changes.filter(([count]) => count > 0);
  return [...found.map(([count, what]) => `${formatCount(count)} ${what}`), `${stay} stay`].join(
    ', ',
  );
};
