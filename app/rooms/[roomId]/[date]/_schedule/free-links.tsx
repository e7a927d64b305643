'use client';

import type { MouseEvent } from 'react';
import { PageLink } from '@/app/_shared/page-link';
import { announce } from '@/app/_shared/shell/announce';
import type { TimeFields } from '@/app/_shared/time-fields';
import { useWishBoard } from '@/app/_shared/wish-board';
import type { Period } from '@/domain/shared/time';
import { placed, type Scale } from './scale';

/** A time that can be booked with one click: what is drawn, what it puts into the form, and where
 * the click leads without scripts. */
export type FreeSlot = {
  readonly period: Period;
  readonly times: string;
  readonly fields: TimeFields;
  readonly href: string;
};

/**
 * Puts a free time into the form, and leaves the rest of it as it is. For the pointer only: with the
 * keyboard the form itself is nearer, and the list below names the free times.
 */
export const FreeLinks = ({ free, scale }: { free: readonly FreeSlot[]; scale: Scale }) => {
  const board = useWishBoard();
  const choose = (event: MouseEvent, { fields, times }: FreeSlot) => {
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!board || elsewhere) return;
    event.preventDefault();
    board.want(fields);
    announce(`${times} chosen`);
    goOnInForm();
  };
  return free.map((slot) => (
    <PageLink
      key={slot.period.start}
      href={slot.href}
      tabIndex={-1}
      aria-hidden
      className="free-slot"
      style={placed(scale, slot.period)}
      onClick={(event) => {
        choose(event, slot);
      }}
    >
      <span>{slot.times}</span>
    </PageLink>
  ));
};

/** A finger gets no keyboard pushed up that it did not ask for. */
const goOnInForm = () => {
  const book = document.getElementById('book');
  book?.scrollIntoView({ block: 'nearest' });
  const title = book?.querySelector('input[name=title]');
  if (title instanceof HTMLInputElement && matchMedia('(pointer: fine)').matches) {
    title.focus({ preventScroll: true });
  }
};
