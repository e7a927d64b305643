'use client';

import { useFormState } from './form-context';
import { typedIn } from './form-state';
import { useSteadyDefault } from './use-steady-default';

/**
 * What the fields of a form were opened with, sent along in a hidden field `shown`: only what differs
 * from it is changed. Like the fields it stays as it was when the page is brought up to date.
 */
export const ShownField = ({ shown }: { shown: object }) => {
  const steady = useSteadyDefault(JSON.stringify(shown));
  const sent = typedIn(useFormState(), 'shown');
  return <input type="hidden" name="shown" value={sent ?? steady} />;
};
