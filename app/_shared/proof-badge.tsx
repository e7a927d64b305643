import { Equal, EqualNot, History } from 'lucide-react';
import { Badge } from './badge';

type ProofBadgeProps = { readonly foldMatches: boolean | undefined; readonly events: number };

/**
 * Whether the stored state equals what its events fold to, as this very view found it; nothing to
 * prove is shown for a stream without events. What newer code wrote cannot be proven here.
 */
export const ProofBadge = ({ foldMatches, events }: ProofBadgeProps) => {
  if (events === 0) return null;
  if (foldMatches === undefined) {
    return (
      <Badge tone="amber" icon={History}>
        Written by a newer version
      </Badge>
    );
  }
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
