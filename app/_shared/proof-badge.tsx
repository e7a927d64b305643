import { Equal, EqualNot, History, Link2, Unlink2 } from 'lucide-react';
import type { ChainFound } from '@/infrastructure/queries/chain-found';
import { Badge } from './badge';
import { proofText } from './proof-text';

type ProofBadgeProps = {
  readonly foldMatches: boolean | undefined;
  readonly chain: ChainFound;
  readonly events: readonly unknown[];
};

/** The popover of the mark; there is one on a page. */
const popover = 'what-was-proven';

/**
 * Whether the stored state equals what its events fold to, and whether their chain holds, as this very
 * view found it; pressed, it says what was looked at. Nothing to prove is shown for a stream without
 * events. What newer code wrote cannot be proven here.
 */
export const ProofBadge = ({ foldMatches, chain, events }: ProofBadgeProps) => {
  if (events.length === 0) return null;
  const found = proofText({ foldMatches, chain, events: events.length });
  return (
    <>
      <button
        type="button"
        popoverTarget={popover}
        title={`${found.fold.text} ${found.chain.text}`}
        className="cursor-pointer rounded-full pointer-coarse:min-h-11"
      >
        <Mark foldMatches={foldMatches} chain={chain} />
      </button>
      <div id={popover} popover="auto" className="proof">
        <p className="flex gap-2 font-semibold">
          <Equal aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-3" />
          {found.fold.title}
        </p>
        <p className="ml-6 text-ink-2">{found.fold.text}</p>
        <p className="mt-3 flex gap-2 font-semibold">
          <Link2 aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-3" />
          {found.chain.title}
        </p>
        <p className="ml-6 text-ink-2">{found.chain.text}</p>
      </div>
    </>
  );
};

const Mark = ({ foldMatches, chain }: Omit<ProofBadgeProps, 'events'>) => {
  if (foldMatches === false) {
    return (
      <Badge tone="red" icon={EqualNot}>
        <code className="max-desk:hidden">state ≠ fold(events)</code> not proven
      </Badge>
    );
  }
  if (chain.status === 'broken') {
    return (
      <Badge tone="red" icon={Unlink2}>
        chain broken at v{chain.at}
      </Badge>
    );
  }
  if (foldMatches === undefined) {
    return (
      <Badge tone="amber" icon={History}>
        Written by a newer version
      </Badge>
    );
  }
  return (
    <Badge tone="accent" icon={Equal}>
      <code className="max-desk:hidden">state = fold(events)</code> proven
    </Badge>
  );
};
