'use client';

import { Counted } from './counted';
import { FieldFrame, type FieldProps } from './field-frame';
import { SelectBox } from './select-box';

export type Option = { readonly value: string; readonly label: string };

/** One line of text. */
export const TextField = (props: FieldProps & { maxLength?: number; placeholder?: string }) => (
  <FieldFrame {...props}>
    {(control, value) => (
      <Counted most={props.maxLength} value={value}>
        {(count) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            className="field"
            placeholder={props.placeholder}
            defaultValue={value}
            onInput={count}
          />
        )}
      </Counted>
    )}
  </FieldFrame>
);

/** A whole number; `unit` is said after the label. */
export const NumberField = (props: FieldProps & { min?: number; max?: number; unit?: string }) => (
  <FieldFrame {...props} label={props.unit ? `${props.label} (${props.unit})` : props.label}>
    {(control, value) => (
      <input
        {...control}
        type="number"
        inputMode="numeric"
        step={1}
        min={props.min}
        max={props.max}
        className="field"
        defaultValue={value}
      />
    )}
  </FieldFrame>
);

/** A date on the wall of the room, `yyyy-mm-dd`. */
export const DateField = (props: FieldProps & { min?: string; max?: string }) => (
  <FieldFrame {...props}>
    {(control, value) => (
      <input
        {...control}
        type="date"
        min={props.min}
        max={props.max}
        className="field"
        defaultValue={value}
      />
    )}
  </FieldFrame>
);

/** One of several; the key makes React put back what was chosen, as `defaultValue` alone does not. */
export const SelectField = (props: FieldProps & { options: readonly Option[] }) => (
  <FieldFrame {...props}>
    {(control, value) => (
      <SelectBox>
        <select {...control} key={value} className="field" defaultValue={value}>
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </SelectBox>
    )}
  </FieldFrame>
);

/** Several lines of text. */
export const TextAreaField = (props: FieldProps & { rows?: number; maxLength?: number }) => (
  <FieldFrame {...props}>
    {(control, value) => (
      <Counted most={props.maxLength} value={value}>
        {(count) => (
          <textarea
            {...control}
            rows={props.rows ?? 3}
            className="field resize-y"
            defaultValue={value}
            onInput={count}
          />
        )}
      </Counted>
    )}
  </FieldFrame>
);
