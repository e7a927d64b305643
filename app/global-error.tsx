'use client';

import { ErrorPage } from './_shared/error-page';
import './globals.css';

/** Shown when not even the frame of the pages could be made; brings its own. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB">
      <head>
        <title>Something went wrong · Roomlog</title>
      </head>
      <body>
        <ErrorPage error={error} retry={retry} />
      </body>
    </html>
  );
}
