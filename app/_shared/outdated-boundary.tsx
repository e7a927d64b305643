'use client';

import { catchError, type ErrorInfo } from 'next/error';
import { unstable_isUnrecognizedActionError as isUnknownAction } from 'next/navigation';
import type { ReactNode } from 'react';

/**
 * Shows `outdated` in place of a form whose action the server no longer knows, because it was built
 * anew since this page was loaded. Every other error goes on to the page's error boundary.
 */
export const OutdatedBoundary = catchError(
  ({ outdated }: { outdated: ReactNode }, { error }: ErrorInfo) => {
    if (!isUnknownAction(error)) throw error;
    return outdated;
  },
);
