'use client';

import { catchError, type ErrorInfo } from 'next/error';
import type { ReactNode } from 'react';

type SendingBoundaryProps = {
  /** The form as it goes on after its sending failed; undefined where nothing was sent. */
  readonly afterFailure: ((error: unknown) => ReactNode) | undefined;
};

/**
 * Keeps a form on the page when what it sent got no answer. An error of a form that sent nothing
 * goes on to the page's error boundary.
 */
export const SendingBoundary = catchError(
  ({ afterFailure }: SendingBoundaryProps, { error }: ErrorInfo) => {
    if (!afterFailure) throw error;
    return afterFailure(error);
  },
);
