import { z } from 'zod';
import type { Typed } from './form-state';

const keyOf = (label: string) => `typed ${location.pathname} ${label}`;
const keptTyped = z.record(z.string(), z.string());

/** Keeps what was typed in a form over one loading of the page, in this tab alone. */
export const keepTyped = (label: string, typed: Typed): void => {
  sessionStorage.setItem(keyOf(label), JSON.stringify(typed));
};

/** Puts what was kept back into the form, once; hidden fields stay as the page made them. */
export const restoreTyped = (form: HTMLFormElement, label: string): void => {
  const kept = sessionStorage.getItem(keyOf(label));
  if (kept === null) return;
  sessionStorage.removeItem(keyOf(label));
  const typed = keptTyped.safeParse(JSON.parse(kept));
  if (!typed.success) return;
  for (const field of form.elements) fill(field, typed.data);
  form.querySelector('details')?.setAttribute('open', '');
};

const fill = (field: Element, typed: Typed) => {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') {
    field.checked = typed[field.name] !== undefined;
    return;
  }
  const isText =
    (field instanceof HTMLInputElement && field.type !== 'hidden') ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement;
  if (!isText) return;
  const value = typed[field.name];
  if (value !== undefined) field.value = value;
};
