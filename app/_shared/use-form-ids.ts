'use client';

import { useState } from 'react';
import type { FormIds, FormState } from './form-state';
import { mintIds } from './mint-ids';

/** The ids that were sent since this page was loaded; going back must not send them again. */
const spent = new Set<string>();

/**
 * The ids a form sends next: those its last answer brought, else those of the page. A page that the
 * router kept and shows again comes with ids that were already sent; it gets new ones.
 */
export const useFormIds = (
  pageIds: FormIds,
  state: FormState,
): { ids: FormIds; spend: () => void } => {
  const [unspent] = useState(() =>
    Object.values(pageIds).some((id) => spent.has(id)) ? mintIds(Object.keys(pageIds)) : pageIds,
  );
  const ids = 'ids' in state ? state.ids : unspent;
  return {
    ids,
    spend: () => {
      Object.values(ids).forEach((id) => spent.add(id));
    },
  };
};
