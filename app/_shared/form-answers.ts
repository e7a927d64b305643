import type { z } from 'zod';
import type { FormIds, FormState, RefusalNotice, Typed } from './form-state';

/** The state of a form that was understood and not carried out. */
export const refused = (refusal: RefusalNotice, typed: Typed, ids: FormIds): FormState => ({
  status: 'refused',
  refusal,
  typed,
  ids,
});

/** The first message of each field; what concerns no field is kept under `form`. */
export const fieldErrors = ({ issues }: z.ZodError): Readonly<Record<string, string>> => {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) errors[String(path[0] ?? 'form')] ??= message;
  return errors;
};

/** For a browser that is set to someone who is no member. */
export const memberUnknown: RefusalNotice = {
  code: 'MEMBER_UNKNOWN',
  headline: 'We do not know who you are',
  explanation: 'The member this browser was set to is not one of those who can book here.',
  next: 'Choose who you are at the top of the page, then send it again: what you typed is kept.',
  links: [],
};
