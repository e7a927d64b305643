import type { Typed } from './form-state';

/**
 * The texts of a form by field name, in the order of the form; of a name that comes twice the last
 * one counts. Files and what React adds (`$ACTION_…`) are left out.
 */
export const typedValues = (form: FormData): Typed =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$ACTION') ? [[name, value]] : [],
    ),
  );
