import type { ChainFound } from '@/infrastructure/queries/chain-found';
import { counted } from './format-duration';

type Proof = {
  readonly foldMatches: boolean | undefined;
  readonly chain: ChainFound;
  readonly events: number;
};

/** One thing that was looked at: what was found, and how. */
type Found = { readonly title: string; readonly text: string };

/** What a view has proven of the stream it shows, in words. */
export const proofText = ({
  foldMatches,
  chain,
  events,
}: Proof): { readonly fold: Found; readonly chain: Found } => ({
  fold: foldFound(foldMatches, counted(events, 'event')),
  chain: chainFound(chain, events),
});

const foldFound = (matches: boolean | undefined, events: string): Found => {
  if (matches === undefined) {
    return {
      title: 'The state cannot be proven here',
      text: 'A newer version of Roomlog wrote some of the events; this one cannot fold them.',
    };
  }
  return matches
    ? {
        title: 'The state is what its events say',
        text: `For this view ${events} ${events === '1 event' ? 'was' : 'were'} folded anew; the stored state is the same, field for field.`,
      }
    : {
        title: 'The state is not what its events say',
        text: `For this view ${events} ${events === '1 event' ? 'was' : 'were'} folded anew, and the stored state differs. Tell a manager: npm run verify names the difference.`,
      };
};

const chainFound = (chain: ChainFound, events: number): Found => {
  switch (chain.status) {
    case 'intact':
      return {
        title: 'The chain is intact',
        text:
          events === 1
            ? 'For this view the event was hashed anew; it has the hash it was recorded with.'
            : `For this view all ${events} events were hashed anew; each has its hash and names that of the one before it.`,
      };
    case 'broken':
      return {
        title: `The chain is broken at version ${chain.at}`,
        text: `Version ${chain.at} was changed after it was recorded, or does not follow the one before it. Tell a manager: npm run verify names the break.`,
      };
    case 'not kept':
      return {
        title: 'There is no chain',
        text: 'These events were recorded before events named the hash of the one before them.',
      };
    default: {
      const unknown: never = chain;
      return unknown;
    }
  }
};
