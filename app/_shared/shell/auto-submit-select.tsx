'use client';

import { SelectBox } from '../select-box';

type AutoSubmitSelectProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Said while nothing valid is chosen. */
  readonly placeholder: string;
  readonly groups: readonly {
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[];
};

/** A native select that sends its form when another option is chosen. */
export const AutoSubmitSelect = (props: AutoSubmitSelectProps) => {
  const { name, label, value, placeholder, groups } = props;
  return (
    <SelectBox>
      <select
        key={value}
        name={name}
        aria-label={label}
        defaultValue={value}
        className="field w-auto max-w-44 truncate font-medium max-phone:max-w-34"
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {value === '' && <option value="">{placeholder}</option>}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </SelectBox>
  );
};
