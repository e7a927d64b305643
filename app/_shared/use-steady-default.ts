import { useState } from 'react';
import { useFormState } from './form-context';

/**
 * What a field shows before anyone types: as it was when the form was opened, or last answered. A
 * page that is brought up to date meanwhile must not change under the hands of who fills it in.
 */
export const useSteadyDefault = (value: string): string => {
  const state = useFormState();
  const [steady, setSteady] = useState({ state, value });
  if (steady.state === state) return steady.value;
  setSteady({ state, value });
  return value;
};
