import { expect, test } from 'vitest';
import { nextOf } from './suggestions';

const known = ['Screen', 'Video', 'Whiteboard'];

test('To nothing typed every thing is offered', () => {
  expect(nextOf('', known)).toEqual(known);
});

test('What is being typed is completed, what stands before it is kept', () => {
  expect(nextOf('Screen, v', known)).toEqual(['Screen, Video', 'Screen, Whiteboard']);
});

test('Behind a complete thing one more is offered, and none a second time', () => {
  expect(nextOf('screen', known)).toEqual(['screen, Video', 'screen, Whiteboard']);
  expect(nextOf('Screen,Piano, Video', known)).toEqual(['Screen, Piano, Video, Whiteboard']);
});
