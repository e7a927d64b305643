'use client';

import { useEffect } from 'react';
import { ErrorPage } from './_shared/error-page';

/** Shown in place of a page that could not be made. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => {
    document.title = 'Something went wrong · Roomlog';
  }, []);
  return <ErrorPage error={error} retry={retry} />;
}
