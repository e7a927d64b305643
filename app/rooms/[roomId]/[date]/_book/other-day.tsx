'use client';

import { formatDate } from '@/app/_shared/format';
import { dateField } from '@/app/_shared/form-schemas';
import { PageLink } from '@/app/_shared/page-link';
import { carryTyped } from '@/app/_shared/use-kept-typed';
import { useWishBoard } from '@/app/_shared/wish-board';
import type { RoomId } from '@/domain/shared/ids';
import type { LocalDate } from '@/domain/shared/time';

type OtherDayProps = {
  readonly roomId: RoomId;
  /** The date of the page. */
  readonly shown: LocalDate;
  /** The name of the form. */
  readonly label: string;
};

/** Leads to the date that was typed, with the form as it is, where the page shows another one. */
export const OtherDay = ({ roomId, shown, label }: OtherDayProps) => {
  const typed = dateField.safeParse(useWishBoard()?.typed?.date);
  if (!typed.success || typed.data === shown) return null;
  const path = `/rooms/${roomId}/${typed.data}`;
  return (
    <p className="text-sub text-ink-2">
      The drawing shows {formatDate(shown, typed.data)}.{' '}
      <PageLink
        href={`${path}#book`}
        className="link inline-flex min-h-6 items-center"
        onClick={({ currentTarget }) => {
          const form = currentTarget.closest('form');
          if (form) carryTyped(form, label, path);
        }}
      >
        Show {formatDate(typed.data, shown)}
      </PageLink>
    </p>
  );
};
