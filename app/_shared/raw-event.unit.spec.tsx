import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { upcast } from '@/domain/shared/upcast';
import { secondVersion } from '@/domain/testing/tally-versions';
import { RawEvent } from './raw-event';
import { recorded } from './sentences/sentence.fixture';

test('An event of an earlier version is shown as it is stored, not as it is read', () => {
  const read = upcast(secondVersion, recorded({ type: 'Counted', data: { by: 2 } }) as never);
  expect(read.data).toEqual({ by: 2, unit: 'piece' });
  const shown = renderToStaticMarkup(<RawEvent event={read}>raw</RawEvent>);
  expect(shown).toContain('&quot;by&quot;: 2');
  expect(shown).not.toContain('piece');
  expect(shown).toMatch(/schemaVersion<\/dt><dd><code[^>]*>1</);
});
