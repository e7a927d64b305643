import { ActionForm } from '@/app/_shared/action-form';
import { formatGap } from '@/app/_shared/format-duration';
import { SubmitButton } from '@/app/_shared/submit-button';
import type { Instant } from '@/domain/shared/time';
import type { ReadModelStanding } from '@/infrastructure/operations/read-model-standing';
import type { Rebuilt } from '@/infrastructure/read-models/rows-of';
import { formatCount } from '../_words/format-amount';
import { Moment } from '../_words/moment';
import { operateReadModel } from './operate-read-model.action';
import { PreviewResult } from './preview-result';
import { RebuildProgress } from './rebuild-progress';

type ReadModelItemProps = {
  readonly readModel: ReadModelStanding;
  /** Whether this version of Roomlog can build its rows. */
  readonly known: boolean;
  readonly head: number;
  readonly now: Instant;
};

/** One read model: its rows, a rebuild under way or its result, and what can be done. */
export const ReadModelItem = ({ readModel, known, head, now }: ReadModelItemProps) => {
  const { name, rows, rebuild, rebuilt, preview } = readModel;
  return (
    <li className="rounded-panel border border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-say font-semibold wrap-anywhere">{name}</h3>
        <p className="text-ink-2">{formatCount(rows)} rows</p>
      </div>
      {rebuild && <RebuildProgress rebuild={rebuild} name={name} head={head} now={now} />}
      {rebuilt && <LastRebuild rebuilt={rebuilt} now={now} />}
      {preview && <PreviewResult preview={preview} now={now} />}
      {known ? (
        <RowsForm name={name} rebuild={rebuild} />
      ) : (
        <p className="mt-2 text-ink-2">
          Rows of another version of Roomlog, which alone can build them.
        </p>
      )}
    </li>
  );
};

const RowsForm = ({ name, rebuild }: Pick<ReadModelStanding, 'name' | 'rebuild'>) => (
  <ActionForm
    action={operateReadModel}
    ids={{}}
    label={`Rows of ${name}`}
    className="mt-3 grid gap-2"
  >
    <input type="hidden" name="name" value={name} />
    <div className="flex flex-wrap gap-2">
      {(!rebuild || rebuild.failure !== undefined) && (
        <>
          <SubmitButton name="wished" value="preview" tone="plain" pending="Asking…">
            Preview a rebuild
          </SubmitButton>
          <SubmitButton name="wished" value="rebuild" tone="plain" pending="Asking…">
            Rebuild
          </SubmitButton>
        </>
      )}
      {rebuild && (
        <SubmitButton name="wished" value="cancel" tone="danger" pending="Giving up…">
          {rebuild.failure === undefined ? 'Cancel' : 'Clear away'}
        </SubmitButton>
      )}
    </div>
  </ActionForm>
);

const LastRebuild = ({ rebuilt, now }: { rebuilt: Rebuilt; now: Instant }) => (
  <p className="mt-1 text-ink-2">
    Rebuilt from {formatCount(rebuilt.position)} events in{' '}
    {formatGap(rebuilt.at.getTime() - rebuilt.startedAt.getTime())},{' '}
    <Moment at={rebuilt.at} now={now} />
  </p>
);
