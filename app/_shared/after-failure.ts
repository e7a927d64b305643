'use client';

import { unstable_isUnrecognizedActionError as isUnknownAction } from 'next/navigation';
import { z } from 'zod';
import type { FormState, Pressed, Typed } from './form-state';

/** What a form sent last. */
export type Sent = { readonly typed: Typed; readonly pressed: Pressed | undefined };

const withDigest = z.object({ digest: z.string() });

/**
 * Where a form stands after its sending failed: the server does not know its action, being built
 * anew since the page was loaded, or nobody knows what became of it. It is then sent again under
 * the ids it had.
 */
export const afterFailure = (
  error: unknown,
  { typed, pressed }: Sent,
  idNames: readonly string[],
): FormState => {
  if (isUnknownAction(error)) return { status: 'outdated', typed };
  const digest = withDigest.safeParse(error).data?.digest;
  return {
    status: 'unanswered',
    typed,
    ids: Object.fromEntries(idNames.map((name) => [name, typed[name] ?? ''])),
    offline: !navigator.onLine,
    ...(pressed && { pressed }),
    ...(digest !== undefined && { digest }),
  };
};
