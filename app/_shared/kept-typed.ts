import { z } from 'zod';
import type { Typed } from './form-state';

const keyOf = (path: string, label: string) => `typed ${path} ${label}`;
const keptTyped = z.record(z.string(), z.string());

/** Keeps what was typed in a form of a page until that form is seen again, in this tab alone. */
export const keepTyped = (path: string, label: string, typed: Typed): void => {
  sessionStorage.setItem(keyOf(path, label), JSON.stringify(typed));
};

/**
 * Puts what was kept for this page back into the form, once; hidden fields stay as the page made
 * them, and a list that does not hold what was chosen as well.
 */
export const restoreTyped = (form: HTMLFormElement, label: string): void => {
  const key = keyOf(location.pathname, label);
  const kept = sessionStorage.getItem(key);
  if (kept === null) return;
  sessionStorage.removeItem(key);
  const typed = keptTyped.safeParse(JSON.parse(kept));
  if (!typed.success) return;
  for (const field of form.elements) fill(field, typed.data);
  form.querySelector('details')?.setAttribute('open', '');
  form.dispatchEvent(new Event('change'));
};

/** Whether a form holds something else than it was opened with. */
export const holdsTyped = (form: HTMLFormElement): boolean =>
  [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement) {
      return [...field.options].some((option) => option.selected !== option.defaultSelected);
    }
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false;
    return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
  });

const fill = (field: Element, typed: Typed) => {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') {
    field.checked = typed[field.name] !== undefined;
    return;
  }
  const isText =
    (field instanceof HTMLInputElement && field.type !== 'hidden') ||
    field instanceof HTMLTextAreaElement;
  const isListed = (value: string) =>
    field instanceof HTMLSelectElement &&
    [...field.options].some((option) => option.value === value);
  const value = typed['name' in field ? String(field.name) : ''];
  if (value === undefined) return;
  if (isText || isListed(value)) (field as HTMLInputElement | HTMLSelectElement).value = value;
};
