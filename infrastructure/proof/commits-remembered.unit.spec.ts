import { expect, test } from 'vitest';
import { commitBreaks, type CommitInLog, type GrownHead } from './commits-remembered';

const day = 'room_day:d';
const reservation = 'reservation:r';

const command = (commandId: string, positions: object) => ({
  ...{ commandId, type: 'BookRoom', actorId: 'ana.ruiz', fingerprint: 'x'.repeat(16) },
  result: { status: 'accepted', answer: {} },
  positions,
});

const remembers = command('booking', { [reservation]: 1, [day]: 5 });
const lastWrite = { id: 'w', streams: 2 };
const commit: CommitInLog = {
  ...{ id: 'c', commandId: 'booking', size: 2, logPosition: 9 },
  ends: new Map([
    [reservation, 1],
    [day, 5],
  ]),
};

/** What is found of a booking in a reservation and on a day, whose documents say this. */
const found = (ofReservation: object, ofDay: object = {}) => {
  const head = (streamName: string, streamPosition: number, told: object): GrownHead => ({
    streamName,
    metadata: { streamPosition, commands: [], lastWrite, ...told },
  });
  const heads = [head(reservation, 1, ofReservation), head(day, 5, ofDay)];
  return commitBreaks(commit, new Map(heads.map((its) => [its.streamName, its])));
};

const twenty = (from: number) =>
  Array.from({ length: 20 }, (_, i) => command(`later ${i}`, { [reservation]: from + i }));

test('A commit is remembered by one of the streams it grew, with where all of them stood', () => {
  expect(found({ commands: [remembers] })).toEqual([]);
  expect(found({}, { commands: [remembers] })).toEqual([]);
  expect(found({})).toMatchObject([{ kind: 'command', logPosition: 9 }]);
  const halfKnown = command('booking', { [reservation]: 1 });
  expect(found({ commands: [halfKnown] })).toMatchObject([
    { kind: 'command', stream: reservation },
  ]);
});

test('A command is dropped only for twenty that came after it', () => {
  const grown = { streamPosition: 30 };
  expect(found({ ...grown, commands: twenty(2) })).toEqual([]);
  expect(found({ ...grown, commands: twenty(2).slice(1) })).toHaveLength(1);
  expect(found({ ...grown, commands: twenty(1) })).toHaveLength(1);
});

test('Of what was imported nothing is remembered, of what came after it is', () => {
  expect(found({ imported: 1 }, { imported: 5 })).toEqual([]);
  expect(found({}, { imported: 5 })).toEqual([]);
  expect(found({}, { imported: 4 })).toHaveLength(1);
});

test('Streams that stand where a commit left them name the same last write, of as many streams', () => {
  const known = { commands: [remembers] };
  const other = { lastWrite: { id: 'another', streams: 2 } };
  expect(found(known, other)).toMatchObject([{ kind: 'stream', stream: day }]);
  expect(found(known, { ...other, streamPosition: 6 })).toEqual([]);
  const few = { lastWrite: { id: 'w', streams: 1 } };
  expect(found({ ...known, ...few }, few)).toHaveLength(2);
});
