import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { LivePage } from './live/live-page';
import type { Shown } from './live/shown';
import { MemberChooser } from './shell/member-chooser';
import { PageLink } from './page-link';

/** A step on the way to the page; the last one is the page itself and has no link. */
export type Crumb = { readonly label: string; readonly href?: string };

type PageHeaderProps = {
  readonly crumbs: readonly Crumb[];
  /** What is proven of this view. */
  readonly badges?: ReactNode;
  /** What is shown, where that is kept up to date. */
  readonly shown?: Shown;
};

/** The top of every page: where we are, what is proven, who acts. */
export const PageHeader = ({ crumbs, badges, shown }: PageHeaderProps) => (
  <header className="sticky top-0 z-10 flex min-h-(--header) flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-4 py-2 max-phone:gap-x-2.5 desk:px-5">
    <nav aria-label="Breadcrumb" className="min-w-0 flex-1">
      <ol className="flex items-center gap-1.5 overflow-hidden whitespace-nowrap max-phone:hidden">
        {crumbs.map((crumb, i) => (
          <Step key={crumb.href ?? 'here'} crumb={crumb} first={i === 0} />
        ))}
      </ol>
      <Back crumbs={crumbs} />
    </nav>
    {shown && <LivePage shown={shown} />}
    {badges}
    <MemberChooser />
  </header>
);

/** Where there is little room: the step before this page, or its name where there is none. */
const Back = ({ crumbs }: Pick<PageHeaderProps, 'crumbs'>) => {
  const before = crumbs.findLast(({ href }) => href !== undefined);
  if (!before?.href) {
    return <p className="truncate font-semibold phone:hidden">{crumbs.at(-1)?.label}</p>;
  }
  return (
    <PageLink
      href={before.href}
      className="-ml-2 inline-flex min-h-11 max-w-full items-center gap-1 rounded-control px-1 phone:hidden"
    >
      <ChevronLeft aria-hidden size={18} strokeWidth={1.75} className="shrink-0" />
      <span className="truncate">{before.label}</span>
    </PageLink>
  );
};

const Step = ({ crumb: { label, href }, first }: { crumb: Crumb; first: boolean }) => (
  <li className={`flex items-center gap-1.5 ${href ? 'shrink-0' : 'min-w-0'}`}>
    {!first && (
      <ChevronRight aria-hidden size={14} strokeWidth={1.75} className="shrink-0 text-ink-3" />
    )}
    {href ? (
      <PageLink href={href} className="rounded-chip py-1 text-ink-2 hover:text-ink">
        {label}
      </PageLink>
    ) : (
      <span aria-current="page" className="truncate font-semibold">
        {label}
      </span>
    )}
  </li>
);
