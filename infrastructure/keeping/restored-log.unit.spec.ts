import { expect, test } from 'vitest';
import { changesFrom } from '../event-log/stream-changes';
import type { Manifest } from './manifest';
import { restoredLog } from './restored-log';

const kept = {
  generation: 'before',
  position: 7,
  headHash: 'h',
  reached: '2026-11-20T08:00:00.000Z',
  mostBehindMs: 0,
  restoredFrom: [],
};

/** What a backup says, whose log also names a place in the change stream of the server it came from. */
const manifest = {
  takenAt: '2026-11-20T09:00:00.000Z',
  log: { ...kept, resumeToken: { _data: '82' }, resumeTime: 'then', fence: 4 },
} as unknown as Manifest;

test('A restored log follows no change stream of another server, whatever it was kept with', () => {
  const { state } = restoredLog(manifest);
  expect(state).toMatchObject({ position: 7, headHash: 'h', fence: 0 });
  expect(state && changesFrom(state)).toBeUndefined();
});

test('A restored log is another generation, and its checkpoints with it; older ones stay as they were', () => {
  const { state, checkpoint } = restoredLog(manifest);
  expect(state?.generation).not.toBe('before');
  expect(state?.restoredFrom).toEqual([{ generation: 'before', position: 7 }]);
  expect(checkpoint({ generation: 'before', position: 5 })).toMatchObject({
    generation: state?.generation,
    position: 5,
  });
  expect(checkpoint({ generation: 'older' })).toMatchObject({ generation: 'older' });
});

test('Of a store without a log nothing is restored of it', () => {
  expect(restoredLog({ ...manifest, log: null }).state).toBeUndefined();
});
