import { expect, test } from 'vitest';

import { main as forget } from '../forget';
import { main as verify } from '../verify';

test.each([
  [verify, ['--heed', 'x'], /--heed[^]*Usage: npm run verify/],
  [verify, ['--head'], /--head[^]*Usage: npm run verify/],
  [verify, ['yesterday'], /“yesterday” has no meaning here[^]*Usage: npm run verify/],
  [verify, ['--head', 'x'], /“x” is not a head[^]*Usage: npm run verify/],
  [forget, [], /One member id must be given[^]*Usage: npm run forget/],
  [forget, ['ana.ruiz', 'ben.okafor'], /One member id must be given/],
  [forget, ['ana ruiz'], /One member id must be given/],
  [forget, ['ana.ruiz', '--now'], /--now[^]*Usage: npm run forget/],
])('What cannot be read is told, with how it is meant: %o %j', async (main, args, told) => {
  await expect(main([...args])).rejects.toThrow(told);
});
