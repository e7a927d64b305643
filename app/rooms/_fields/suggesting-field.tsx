'use client';

import { useId, useState } from 'react';
import { Counted } from '@/app/_shared/counted';
import { FieldFrame, type FieldProps } from '@/app/_shared/field-frame';
import { nextOf } from './suggestions';

type SuggestingFieldProps = FieldProps & {
  readonly maxLength?: number;
  /** What other rooms have there. */
  readonly known: readonly string[];
  /** It takes several, with commas between. */
  readonly several?: boolean;
};

/** One line of text that offers what other rooms have there; anything else can be typed too. */
export const SuggestingField = ({
  known,
  several = false,
  maxLength,
  ...field
}: SuggestingFieldProps) => {
  const list = useId();
  const [typed, setTyped] = useState<string>();
  return (
    <FieldFrame {...field}>
      {(control, value) => (
        <>
          <Counted most={maxLength} value={value}>
            {(count) => (
              <input
                {...control}
                type="text"
                autoComplete="off"
                list={list}
                className="field"
                defaultValue={value}
                onInput={(event) => {
                  count(event);
                  setTyped(event.currentTarget.value);
                }}
              />
            )}
          </Counted>
          <datalist id={list}>
            {(several ? nextOf(typed ?? value, known) : known).map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      )}
    </FieldFrame>
  );
};
