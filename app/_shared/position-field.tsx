'use client';

import { useSteadyDefault } from './use-steady-default';

/**
 * Where the stream stood when the form was opened, or last answered, sent along in a hidden field:
 * what others change meanwhile is not overwritten unseen.
 */
export const PositionField = ({ position }: { position: number }) => (
  <input type="hidden" name="position" value={useSteadyDefault(String(position))} />
);
