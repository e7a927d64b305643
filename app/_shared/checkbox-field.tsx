'use client';

import { useId } from 'react';
import { useFormState } from './form-context';
import { typedIn } from './form-state';

type CheckboxFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly defaultChecked?: boolean;
};

/** Yes or no; sent as `on` when ticked, not at all when not. */
export const CheckboxField = ({
  name,
  label,
  hint,
  defaultChecked = false,
}: CheckboxFieldProps) => {
  const id = useId();
  const typed = typedIn(useFormState(), name);
  const checked = typed === undefined ? defaultChecked : typed === 'on';
  return (
    <div className="flex items-start gap-2">
      <input
        id={id}
        key={String(checked)}
        type="checkbox"
        name={name}
        defaultChecked={checked}
        aria-describedby={hint ? `${id}hint` : undefined}
        className="check mt-0.5 shrink-0"
      />
      <div>
        <label htmlFor={id} className="block font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}hint`} className="text-sub text-ink-3">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
};
