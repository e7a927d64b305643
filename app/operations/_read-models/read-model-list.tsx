import { EmptyState } from '@/app/_shared/empty-state';
import type { Instant } from '@/domain/shared/time';
import type { ReadModelStanding } from '@/infrastructure/operations/read-model-standing';
import { ReadModelItem } from './read-model-item';

type ReadModelListProps = {
  readonly readModels: readonly ReadModelStanding[];
  /** Names of those that this version of Roomlog can build. */
  readonly known: ReadonlySet<string>;
  readonly head: number;
  readonly now: Instant;
};

/** Every read model with its rows, and what can be done about them. */
export const ReadModelList = ({ readModels, known, head, now }: ReadModelListProps) => (
  <section aria-labelledby="read-models" className="mt-8">
    <h2 id="read-models" className="text-title font-semibold">
      Read models
    </h2>
    {readModels.length === 0 && (
      <div className="mt-3">
        <EmptyState title="No rows yet">They are made with the first event.</EmptyState>
      </div>
    )}
    <ul className="mt-3 grid gap-3">
      {readModels.map((readModel) => (
        <ReadModelItem
          key={readModel.name}
          readModel={readModel}
          known={known.has(readModel.name)}
          head={head}
          now={now}
        />
      ))}
    </ul>
  </section>
);
