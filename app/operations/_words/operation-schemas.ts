import { z } from 'zod';

/** The name of a subscription or a read model, in a hidden field. */
export const nameField = z
  .string()
  .regex(/^[\w@.-]{1,100}$/, 'This form is damaged; load the page again');
