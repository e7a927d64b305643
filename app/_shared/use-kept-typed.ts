'use client';

import { useEffect, useRef, type RefObject } from 'react';
import type { FormState } from './form-state';
import { holdsTyped, keepTyped, restoreTyped } from './kept-typed';
import { typedValues } from './typed-values';

/**
 * Keeps what was typed when the member leaves the page without having sent it, and puts it back when
 * the form is seen again. What was sent is for the answer to say.
 */
export const useKeptTyped = (
  form: RefObject<HTMLFormElement | null>,
  label: string,
  state: FormState,
): void => {
  const waits = useRef(false);
  useEffect(() => {
    waits.current = state.status !== 'fresh' && state.status !== 'done';
    delete form.current?.dataset.sent;
  }, [form, state]);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const path = location.pathname;
    const sending = () => {
      element.dataset.sent = 'yes';
    };
    restoreTyped(element, label);
    element.addEventListener('submit', sending);
    return () => {
      element.removeEventListener('submit', sending);
      const left = location.pathname !== path && element.dataset.sent === undefined;
      if (left && (waits.current || holdsTyped(element))) {
        keepTyped(path, label, typedValues(new FormData(element)));
      }
    };
  }, [form, label]);
};

/** Takes what is typed along to the same form of another page, to which a link inside it leads. */
export const carryTyped = (form: HTMLFormElement, label: string, path: string): void => {
  keepTyped(path, label, typedValues(new FormData(form)));
  form.dataset.sent = 'yes';
};
