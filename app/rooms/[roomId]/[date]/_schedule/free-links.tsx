import { PageLink } from '@/app/_shared/page-link';
import type { Period } from '@/domain/shared/time';
import { placed, type Scale } from './scale';

/** A time that can be booked with one click: what is drawn, and where the click leads. */
export type FreeSlot = { readonly period: Period; readonly times: string; readonly href: string };

/**
 * Puts a free time into the form. For the pointer only: with the keyboard the form itself is nearer,
 * and the list below names the free times.
 */
export const FreeLinks = ({ free, scale }: { free: readonly FreeSlot[]; scale: Scale }) =>
  free.map(({ period, times, href }) => (
    <PageLink
      key={period.start}
      href={href}
      tabIndex={-1}
      aria-hidden
      className="free-slot"
      style={placed(scale, period)}
    >
      <span>{times}</span>
    </PageLink>
  ));
