import { afterAll, expect, test } from 'vitest';
import { ana, ben, clara } from '@/domain/testing/people';
import { closeMongoClient } from './mongodb/client';
import { openFor, sealFor } from './sealing';

afterAll(closeMongoClient);

test('Members read what was sealed for them, managers what was sealed for anyone', async () => {
  const [hers, his] = [await sealFor(ana.id, 'Interview'), await sealFor(ben.id, 'Standup')];
  const readBy = async (viewer: typeof ana) => [...(await openFor(viewer, [hers, his])).values()];
  expect(await readBy(ana)).toEqual(['Interview']);
  expect(await readBy(ben)).toEqual(['Standup']);
  expect(await readBy(clara)).toEqual(['Interview', 'Standup']);
});
