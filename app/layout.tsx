import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Announcer } from './_shared/shell/announcer';
import { Rail } from './_shared/shell/rail';
import { chosenTheme } from './_shared/shell/theme';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Roomlog', template: '%s · Roomlog' },
  description: 'Rooms, their reservations, and the whole history of both.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** The frame of every page: skip link, rail, the page, and the live region. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await chosenTheme();
  return (
    <html
      lang="en-GB"
      data-theme={theme === 'system' ? undefined : theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-30 focus:rounded-control focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
        >
          Skip to the page
        </a>
        <Rail />
        <div className="pb-16 desk:pb-0 desk:pl-(--rail)">{children}</div>
        <Announcer />
      </body>
    </html>
  );
}
