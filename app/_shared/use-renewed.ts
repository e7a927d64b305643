'use client';

import { useEffect, useState, type RefObject } from 'react';
import type { FormState } from './form-state';
import { holdsTyped } from './kept-typed';

const answered = 'roomlog:answered';

/**
 * The state of a form, as another one when it is to be looked at as if newly opened: nobody has typed
 * in it, and another form of the page did something. What the member did there is not unseen, so this
 * form must not be refused for it.
 */
export const useRenewed = (
  state: FormState,
  form: RefObject<HTMLFormElement | null>,
): FormState => {
  const [renewed, setRenewed] = useState({ of: state, as: state });
  useEffect(() => {
    if (state.status === 'done') window.dispatchEvent(new Event(answered));
  }, [state]);
  useEffect(() => {
    const renew = () => {
      const untouched = form.current && !holdsTyped(form.current);
      if (untouched) setRenewed({ of: state, as: { ...state } });
    };
    if (state.status !== 'fresh' && state.status !== 'done') return;
    window.addEventListener(answered, renew);
    return () => {
      window.removeEventListener(answered, renew);
    };
  }, [state, form]);
  return renewed.of === state ? renewed.as : state;
};
