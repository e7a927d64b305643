import type { ProofStep } from '@/infrastructure/proof/prove';

const SAID_EVERY_MS = 2000;

/** Says how far a proof is, every two seconds; a quick one says nothing. */
export function sayProgress(): (step: ProofStep, done: number) => void {
  let saidAt = performance.now();
  return (step, done) => {
    if (performance.now() - saidAt < SAID_EVERY_MS) return;
    saidAt = performance.now();
    console.log(`  ${step}: ${done.toLocaleString('en')} looked at`);
  };
}
