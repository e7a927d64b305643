import { SearchX } from 'lucide-react';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { PageHeader } from './page-header';

type NotFoundPageProps = {
  /** What there is none of. */
  readonly title: string;
  /** How it may have come, and what is certain. */
  readonly why: string;
  /** What to do next. */
  readonly children: ReactNode;
};

/** Stands at an address that names nothing: why, and the ways on from it. */
export const NotFoundPage = async ({ title, why, children }: NotFoundPageProps) => {
  await connection();
  return (
    <>
      <PageHeader crumbs={[{ label: 'Rooms', href: '/rooms' }, { label: 'Not found' }]} />
      <main id="main" tabIndex={-1} className="mx-auto max-w-xl px-4 py-16 outline-none">
        <SearchX aria-hidden size={28} strokeWidth={1.75} className="text-ink-3" />
        <h1 className="mt-4 text-entity font-semibold">{title}</h1>
        <p className="mt-3 text-say text-ink-2">{why}</p>
        <div className="mt-6">{children}</div>
      </main>
    </>
  );
};
