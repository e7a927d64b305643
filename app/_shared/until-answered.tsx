'use client';

import type { ReactNode } from 'react';
import { useFormState } from './form-context';

/** What the form around it says until it was sent: the answer says it anew, and more exactly. */
export const UntilAnswered = ({ children }: { children: ReactNode }) =>
  useFormState().status === 'fresh' && children;
