import { expect, test } from 'vitest';
import { logPlaceText, parseLogPlace } from './log-place';

const place = {
  generation: '01a220e4-b664-7aa1-aab0-7ae3d8c2de03',
  position: 98_211,
  hash: '-c7zlG5LqRUv0mR6kqMWwHYlQyBXNQ6GKZgKmNWYvV_',
};

test('A head is read as it was printed', () => {
  expect(parseLogPlace(logPlaceText(place))).toEqual(place);
  expect(parseLogPlace(` ${logPlaceText(place)}\n`)).toEqual(place);
});

test.each([
  '',
  place.hash,
  `${place.generation}:${place.hash}`,
  `${place.generation}:12x:${place.hash}`,
  `${place.generation}:-1:${place.hash}`,
  `${place.generation}:12:${place.hash}=`,
  `${place.generation}:12:${place.hash.slice(1)}`,
  `:12:${place.hash}`,
])('%j is no head', (text) => {
  expect(parseLogPlace(text)).toBeUndefined();
});
