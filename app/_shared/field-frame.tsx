'use client';

import { useId, type ReactNode } from 'react';
import { useFormState } from './form-context';
import { errorIn, typedIn } from './form-state';
import { useSteadyDefault } from './use-steady-default';

/** What all fields take. */
export type FieldProps = {
  readonly name: string;
  readonly label: string;
  /** Shown until something was typed and refused. */
  readonly defaultValue?: string;
  /** What to put in, in a line under it. */
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly className?: string;
};

/** What the control inside the frame must carry. */
export type ControlProps = {
  readonly id: string;
  readonly name: string;
  readonly required: boolean | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-describedby': string | undefined;
};

type FrameProps = FieldProps & {
  readonly children: (control: ControlProps, value: string) => ReactNode;
};

/**
 * Label, control, hint and error of one field. Hands the control what was typed: React empties a
 * form after every answer, refusals too.
 */
export const FieldFrame = (props: FrameProps) => {
  const { name, label, defaultValue = '', hint, required, className, children } = props;
  const id = useId();
  const state = useFormState();
  const suggested = useSteadyDefault(defaultValue);
  const error = errorIn(state, name);
  const described = [error && `${id}error`, hint && `${id}hint`].filter(Boolean).join(' ');
  const control: ControlProps = {
    id,
    name,
    required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
  };
  return (
    <div className={`min-w-0 ${className ?? ''}`}>
      <label htmlFor={id} className="mb-1 block text-sub font-medium text-ink-2">
        {label}
      </label>
      {children(control, typedIn(state, name) ?? suggested)}
      {error && (
        <p id={`${id}error`} className="mt-1 text-sub font-medium text-red">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}hint`} className="mt-1 text-sub text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
};
