import { expect, test } from 'vitest';
import type { StreamDocument } from '../event-store/stream-document';
import { rememberedBreaks } from './remembered-breaks';

const stream = 'reservation:r';

const event = (commandId: string, type = 'ReservationMoved') => ({
  type,
  data: type === 'ReservationRejected' ? { refusal: { code: 'SLOT_TAKEN' } } : {},
  metadata: {
    causationId: commandId,
    actor: { id: 'ana.ruiz', role: 'member' },
    commit: { id: `commit of ${commandId}`, at: 1, index: 0, size: 1 },
  },
});

const accepted = { status: 'accepted', answer: {} };
const refused = (code: string) => ({ status: 'refused', refusal: { code } });

const command = (commandId: string, position: number, result: object = accepted) => ({
  ...{ commandId, type: 'MoveReservation', actorId: 'ana.ruiz', fingerprint: 'x'.repeat(16) },
  result,
  positions: { [stream]: position },
});

/** What is found wrong with these commands, remembered beside these events. */
const found = (events: readonly object[], commands: readonly object[]) =>
  rememberedBreaks({
    streamName: stream,
    messages: events,
    metadata: { commands },
  } as unknown as StreamDocument).map(({ what }) => what);

const twice = [event('one'), event('two'), event('two')];

test('A command is remembered at the last event that it caused, in the order of the events', () => {
  expect(found(twice, [command('one', 1), command('two', 3)])).toEqual([]);
  expect(found(twice, [command('two', 3)])).toEqual([]);
});

test.each([
  [
    'of an event that another caused',
    [command('one', 3)],
    'another command caused the event it names',
  ],
  ['of an event that is not there', [command('two', 4)], 'no event where it names one'],
  ['before its last event', [command('two', 2)], 'not its last event here'],
  ['again', [command('one', 1), command('one', 1)], 'not after the one before it'],
  ['at no event here', [{ ...command('one', 1), positions: {} }], 'not after the one before it'],
  [
    'of another',
    [{ ...command('one', 1), actorId: 'ben.okafor' }],
    'of another actor than its event',
  ],
  ['as a refusal', [command('one', 1, refused('X'))], 'with another result than its event tells'],
])('A command that is remembered %s is found', (_, commands, what) => {
  const [only, ...more] = found(twice, commands);
  expect(only?.endsWith(what)).toBe(true);
  expect(more).toEqual([]);
});

test('A refused command is remembered with the refusal that was recorded', () => {
  const rejected = [event('one', 'ReservationRejected')];
  expect(found(rejected, [command('one', 1, refused('SLOT_TAKEN'))])).toEqual([]);
  for (const result of [accepted, refused('ROOM_RETIRED')]) {
    expect(found(rejected, [command('one', 1, result)])).toHaveLength(1);
  }
});
