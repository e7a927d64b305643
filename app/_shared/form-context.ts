'use client';

import { createContext, use } from 'react';
import { fresh, type FormState } from './form-state';

export const FormContext = createContext<FormState>(fresh);

/** Where the form around this component stands. */
export const useFormState = (): FormState => use(FormContext);
