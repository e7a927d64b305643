import { expect, test } from 'vitest';
import { wordsOf } from './words';

test.each([
  ['Café Zürich, 2nd floor', ['cafe', 'zurich', '2nd', 'floor']],
  ['  review REVIEW review ', ['review']],
  ['会議室 👩‍🚀 Ωmega', ['会議室', 'ωmega']],
  ['', []],
  ['!?', []],
])('The words of %j are %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});
