import { expect, test } from 'vitest';

import { nodeIsNewEnough, nodeTooOld } from './node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.13.0', '22.22.1', '24.0.0', '26.1.0'])(
  'Node %s will do',
  (version) => {
    expect(nodeIsNewEnough(version)).toBe(true);
  },
);

test.each(['16.20.0', '18.20.8', '20.18.3', '21.7.0', '22.12.0', '23.11.0'])(
  'Node %s will not',
  (version) => {
    expect(nodeIsNewEnough(version)).toBe(false);
    expect(nodeTooOld(version)).toContain(version);
    expect(nodeTooOld(version)).toContain('https://nodejs.org');
  },
);
