import { expect, test } from 'vitest';
import { proofText } from './proof-text';

const intact = { status: 'intact' } as const;

test('What was proven is told with how many events were looked at for it', () => {
  const { fold, chain } = proofText({ foldMatches: true, chain: intact, events: 4 });
  expect(fold.text).toBe(
    'For this view 4 events were folded anew; the stored state is the same, field for field.',
  );
  expect(chain.text).toBe(
    'For this view all 4 events were hashed anew; each has its hash and names that of the one before it.',
  );
});

test('Of one event it is not told that it follows another', () => {
  const { fold, chain } = proofText({ foldMatches: true, chain: intact, events: 1 });
  expect(fold.text).toContain('1 event was folded anew');
  expect(chain.text).not.toContain('before it');
});

test('What does not hold is told apart: the state, and the version at which the chain breaks', () => {
  const broken = { status: 'broken', at: 3 } as const;
  const { fold, chain } = proofText({ foldMatches: false, chain: broken, events: 4 });
  expect(fold.title).toBe('The state is not what its events say');
  expect(chain.title).toBe('The chain is broken at version 3');
});

test('What cannot be looked at is not called proven', () => {
  const { fold, chain } = proofText({
    foldMatches: undefined,
    chain: { status: 'not kept' },
    events: 2,
  });
  expect(fold.title).toBe('The state cannot be proven here');
  expect(chain.title).toBe('There is no chain');
});
