'use client';

import { useId } from 'react';
import { ChoiceButton } from './choice-button';
import { useFormState } from './form-context';

/**
 * What would be granted in place of what was refused, one press each: the rest of the form is sent
 * along. Stands after the form’s own button, which is the one that Enter presses.
 */
export const InsteadList = () => {
  const state = useFormState();
  const heading = useId();
  const instead = state.status === 'refused' ? state.refusal.instead : undefined;
  if (!instead || instead.alternatives.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="text-sub font-semibold">
        Free instead
      </h3>
      <ol className="mt-1.5 divide-y divide-line rounded-panel border border-line">
        {instead.alternatives.map(({ choice, place, difference }, i) => (
          <li key={choice} className="flex items-center gap-3 px-3 py-2">
            <div className="min-w-0 flex-1 wrap-anywhere">
              <p className="font-block">{place}</p>
              <p className="text-sub text-ink-2">{difference}</p>
            </div>
            <ChoiceButton
              choice={choice}
              label={`${instead.verb} ${instead.verb === 'Move' ? 'to ' : ''}${place}`}
              verb={instead.verb}
              first={i === 0}
            />
          </li>
        ))}
      </ol>
    </section>
  );
};
