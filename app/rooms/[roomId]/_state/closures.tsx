import { ActionForm } from '@/app/_shared/action-form';
import { formatSlot } from '@/app/_shared/format-slot';
import { freshIds } from '@/app/_shared/fresh-ids';
import { SubmitButton } from '@/app/_shared/submit-button';
import type { Closure } from '@/domain/room/room';
import type { Instant } from '@/domain/shared/time';
import type { KnownRoom } from '@/infrastructure/queries/named-rooms';
import { reopenRoom } from '../_manage/reopen-room.action';

type ClosuresProps = { readonly room: KnownRoom; readonly now: Instant; readonly manager: boolean };

/** The periods in which nobody may use the room, those that are over left out. */
export const Closures = async ({ room, now, manager }: ClosuresProps) => {
  const ahead = room.closures.filter(({ closed }) => closed.end > now);
  if (!manager) return <ClosureList closures={ahead} now={now} manager={false} />;
  return (
    <ActionForm
      action={reopenRoom}
      ids={await freshIds('commandId')}
      label="Reopen the room"
      className="grid gap-3 has-[p]:mt-6"
    >
      <input type="hidden" name="roomId" value={room.roomId} />
      <ClosureList closures={ahead} now={now} manager />
    </ActionForm>
  );
};

type ClosureListProps = {
  readonly closures: readonly Closure[];
  readonly now: Instant;
  readonly manager: boolean;
};

const ClosureList = ({ closures, now, manager }: ClosureListProps) => {
  if (closures.length === 0) return null;
  return (
    <section aria-labelledby="closures" className="min-w-0">
      <h2 id="closures" className="text-say font-semibold">
        Closed
      </h2>
      <ul className="mt-2 grid gap-2">
        {closures.map(({ closureId, closed, reason }) => (
          <li
            key={closureId}
            className="hatched flex flex-wrap items-center gap-3 rounded-panel border border-line px-3 py-2"
          >
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-medium">{formatSlot(closed, now)}</p>
              <p className="text-sub wrap-anywhere text-ink-2">{reason}</p>
            </div>
            {manager && (
              <SubmitButton pending="Reopening…" tone="plain" name="closureId" value={closureId}>
                Reopen<span className="sr-only"> {formatSlot(closed, now)}</span>
              </SubmitButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
