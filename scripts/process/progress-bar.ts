import { Presets, SingleBar } from 'cli-progress';

import type { Progress } from '@/infrastructure/keeping/progress';

/** A bar on the terminal for each step; where there is no terminal, a line every few seconds. */
export type ProgressBar = {
  readonly progress: Progress;
  /** Leaves the last bar as it stands. */
  readonly end: () => void;
};

const LINE_EVERY_MS = 5000;

/** Shows how far something is, on standard error: standard output may be the data itself. */
export function progressBar(): ProgressBar {
  const bar = new SingleBar(
    {
      format: '  {step} {bar} {value} of {total}, {duration_formatted}',
      barsize: 30,
      hideCursor: true,
      noTTYOutput: true,
      notTTYSchedule: LINE_EVERY_MS,
      linewrap: null,
    },
    Presets.shades_classic,
  );
  let current: string | undefined;
  const end = () => {
    if (current !== undefined) bar.stop();
    current = undefined;
  };
  return {
    progress: (step, done, all) => {
      if (all === 0) return;
      if (step !== current) {
        end();
        bar.start(all, done, { step: step.padEnd(STEP_WIDTH) });
        current = step;
      }
      bar.setTotal(all);
      bar.update(done);
    },
    end,
  };
}

const STEP_WIDTH = 22;
