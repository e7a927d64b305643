import { Equal, EqualNot } from 'lucide-react';
import { Badge } from './badge';

/**
 * Whether the stored state equals what its events fold to, as this very view found it; nothing to
 * prove is shown for a stream without events.
 */
export const ProofBadge = ({ foldMatches, events }: { foldMatches: boolean; events: number }) => {
  if (events === 0) return null;
  return foldMatches ? (
    <Badge tone="accent" icon={Equal}>
      <code className="max-desk:hidden">state = fold(events)</code> proven
    </Badge>
  ) : (
    <Badge tone="red" icon={EqualNot}>
      <code className="max-desk:hidden">state ≠ fold(events)</code> not proven
    </Badge>
  );
};
