import { describe, expect, test } from 'vitest';
import { atrium, clara, commandNumber, longAgo, works } from '@/domain/testing/people';
import {
  added,
  closed,
  details,
  detailsChanged,
  reinstated,
  reopened,
  retired,
  rulesChanged,
} from '@/domain/testing/room-stories';
import type { Story } from '@/domain/testing/story';
import { Streams } from '@/domain/testing/streams';
import { wish } from '@/domain/testing/wall';
import { defaultRules, roomDefinition, roomStream } from './room';

const write = { commandId: commandNumber(1), actor: clara, at: longAgo, decidedOn: [] };

/** The room after what happened. */
const roomAfter = (...stories: readonly Story[]) =>
  stories
    .reduce((streams, story) => streams.with(write, story.events(streams)), new Streams())
    .one(roomStream(atrium)).state;

const noon = wish('2026-11-24T12:00', '13:00');

describe('What a room’s history folds to', () => {
  test('Nothing is known of a room that was never added', () => {
    expect(roomAfter()).toEqual({ status: 'unknown' });
    expect(roomAfter(retired())).toEqual({ status: 'unknown' });
  });

  test('A room that was added is open, without closures', () => {
    expect(roomAfter(added())).toMatchObject({
      status: 'open',
      roomId: atrium,
      details,
      closures: [],
      addedAt: longAgo,
    });
  });

  test('Details that were not changed stay', () => {
    expect(roomAfter(added(), detailsChanged({ capacity: 12 }))).toMatchObject({
      details: { ...details, capacity: 12 },
    });
  });

  test('Rules are replaced as a whole', () => {
    expect(roomAfter(added(), rulesChanged({ bufferMinutes: 15 }))).toMatchObject({
      rules: { ...defaultRules, bufferMinutes: 15 },
    });
  });

  test('A closure stands until the room is reopened', () => {
    expect(roomAfter(added(), closed(noon))).toMatchObject({ closures: [{ closureId: works }] });
    expect(roomAfter(added(), closed(noon), reopened())).toMatchObject({ closures: [] });
  });

  test('A room that was reinstated is as it was before it was retired', () => {
    expect(roomAfter(added(), retired())).toMatchObject({ status: 'retired', retiredAt: longAgo });
    expect(roomAfter(added(), retired(), reinstated())).toEqual(roomAfter(added()));
  });

  test('An event that this version does not know changes nothing', () => {
    const state = roomAfter(added());
    const newer = { type: 'RoomPainted', data: {}, metadata: {} } as never;
    expect(roomDefinition.evolve(state as never, newer)).toBe(state);
  });
});
