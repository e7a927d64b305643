'use client';

import { SelectField } from './fields';
import { useFormState } from './form-context';

/**
 * Asks for what only the last refusal made necessary; what was answered before is sent along again.
 * `names` lists what may be asked.
 */
export const AskedFields = ({ names }: { names: readonly string[] }) => {
  const state = useFormState();
  if (state.status !== 'refused' && state.status !== 'invalid') return null;
  const asks = state.status === 'refused' ? (state.refusal.asks ?? []) : [];
  const answered = names.filter(
    (name) => state.typed[name] && !asks.some((ask) => ask.name === name),
  );
  return (
    <>
      {asks.map((ask) => (
        <SelectField key={ask.name} {...ask} />
      ))}
      {answered.map((name) => (
        <input key={name} type="hidden" name={name} value={state.typed[name]} />
      ))}
    </>
  );
};
