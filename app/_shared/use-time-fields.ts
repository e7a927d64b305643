'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import { useFormState } from './form-context';
import { keptLength, type TimeFields } from './time-fields';
import { useWishBoard } from './wish-board';

/**
 * Follows the fields of a time inside `box`, through typing, answers of the form and choices made
 * in a drawing beside it; the end keeps its distance when the start is changed. Undefined until
 * scripts run.
 */
export const useTimeFields = (box: RefObject<HTMLElement | null>): TimeFields | undefined => {
  const [now, setNow] = useState<TimeFields>();
  const last = useRef<TimeFields>(undefined);
  const answer = useFormState();
  const board = useWishBoard();
  const wanted = board?.wanted;
  const setTyped = board?.setTyped;

  useEffect(() => {
    const form = box.current?.closest('form');
    if (!form) return;
    const take = () => {
      const fields = readFields(form);
      last.current = fields;
      setNow(fields);
      setTyped?.(fields);
    };
    const follow = ({ target }: Event) => {
      const startChanged = isNamed(target, 'from') || isNamed(target, 'date');
      const kept = startChanged && last.current && keptLength(last.current, readFields(form));
      if (kept) putFields(form, kept);
      take();
    };
    take();
    form.addEventListener('change', follow);
    return () => {
      form.removeEventListener('change', follow);
    };
    // An answer puts other values into the fields.
  }, [box, answer, setTyped]);

  useEffect(() => {
    const form = box.current?.closest('form');
    if (!form || !wanted) return;
    putFields(form, wanted);
    last.current = undefined;
    form.dispatchEvent(new Event('change'));
  }, [box, wanted]);

  return now;
};

const valueOf = (form: HTMLFormElement, name: string): string | undefined => {
  const field = form.elements.namedItem(name);
  const holdsValue =
    field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field : undefined;
  return holdsValue?.value;
};

const notAlways = ['roomId', 'endDate', 'startOccurrence', 'endOccurrence'] as const;

const readFields = (form: HTMLFormElement): TimeFields => ({
  date: valueOf(form, 'date') ?? '',
  from: valueOf(form, 'from') ?? '',
  to: valueOf(form, 'to') ?? '',
  ...Object.fromEntries(
    notAlways.flatMap((name) => {
      const value = valueOf(form, name);
      return value === undefined ? [] : [[name, value]];
    }),
  ),
});

const putFields = (form: HTMLFormElement, fields: Partial<TimeFields>): void => {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
    if (field instanceof HTMLSelectElement) select(field, value);
  }
};

/** A list may tell two equal times apart, or hold no such time: then it stays as it is. */
const select = (list: HTMLSelectElement, time: string): void => {
  const options = [...list.options];
  const option =
    options.find(({ value }) => value === time) ??
    options.find(({ value }) => value.startsWith(`${time} `));
  if (option) list.value = option.value;
};

const isNamed = (target: EventTarget | null, name: string) =>
  (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) &&
  target.name === name;
