import { expect, test } from 'vitest';
import { reservationStream, type ReservationRef } from '@/domain/reservation/reservation';
import { roomDaysStored } from '@/domain/room-day/room-day';
import { roomStream, type RoomRef } from '@/domain/room/room';
import {
  accept,
  append,
  defineCommand,
  type Append,
  type Command,
  type CommandDefinition,
} from '@/domain/shared/command';
import type { LocalDate } from '@/domain/shared/time';
import { bookRoom } from '@/domain/commands/book-room';
import { cancelReservation } from '@/domain/commands/cancel-reservation';
import { booking, cancelling } from './commands';
import { given } from './given';
import { atrium, commandNumber, mine, sealed, theirs } from './people';
import { booked } from './reservation-stories';
import { added } from './room-stories';
import { wish } from './wall';

const nine = wish('2026-11-24T09:00', '10:00');
const ten = wish('2026-11-24T10:00', '11:00');

test('An expectation that fails says what was expected, what came, and what the streams held', () => {
  expect(() => given(added()).when(cancelReservation, cancelling()).then()).toThrow(
    /It was refused\nexpected "accepted"\nbut got {"code":"RESERVATION_UNKNOWN"[^]*1 RoomAdded/,
  );
  expect(() =>
    given(added(), booked(nine)).when(cancelReservation, cancelling()).thenRefused('NOT_YOURS'),
  ).toThrow(/It was accepted[^]*reservation:[^]*1 RoomReserved [^]*by ana.ruiz at 2026-11-02/);
});

test('An event too many, too few or other than expected fails', () => {
  const sent = given(added()).when(bookRoom, booking(nine));
  expect(() => sent.then()).toThrow('It appended otherwise');
  expect(() => sent.then(booked(ten))).toThrow('It appended otherwise');
  expect(() => sent.then(booked(nine), booked(nine, { id: theirs }))).toThrow(
    'It appended otherwise',
  );
  expect(() => sent.then(booked(nine, { title: sealed('Other') }))).toThrow(
    'It appended otherwise',
  );
});

test('Another answer, guard or state than expected fails', () => {
  const done = given(added()).when(bookRoom, booking(nine)).then(booked(nine));
  expect(() => done.andAnswered({ reservationId: theirs })).toThrow('It answered otherwise');
  expect(() => done.andGuarded()).toThrow('It guarded otherwise');
  expect(() => done.andNow(reservationStream(mine), { status: 'cancelled' })).toThrow(
    'is otherwise',
  );
});

test('A refusal with another code, other data or something appended fails', () => {
  const taken = given(added(), booked(nine, { id: theirs })).when(bookRoom, booking(nine));
  const twice = given(added(), booked(nine)).when(bookRoom, booking(nine));
  expect(() => taken.thenRefused('NOT_YOURS')).toThrow('It was refused otherwise');
  expect(() => taken.thenRefused('ROOM_UNKNOWN', { roomId: atrium })).toThrow('refused otherwise');
  expect(() => {
    twice.thenRefused('ID_IN_USE').andAppended(booked(nine));
  }).toThrow('otherwise');
});

type Odd = Command & { readonly type: 'Odd' };
type Streams = { readonly room: RoomRef; readonly reservation: ReservationRef | undefined };

const room = roomStream(atrium);
const retire = append(
  { ref: room, position: 0, state: { status: 'unknown' } },
  {
    type: 'RoomRetired',
    data: { roomId: atrium },
  },
);
const odd = (
  changed: Partial<CommandDefinition<Odd, Streams, object & { [key: string]: unknown }>>,
) => {
  const definition = defineCommand<Odd, Streams, { [key: string]: unknown }>({
    type: 'Odd',
    home: () => room,
    reads: () => ({ room, reservation: undefined }),
    decide: () => accept({}, [retire]),
    ...changed,
  });
  return () => given(added()).when(definition, { type: 'Odd', commandId: commandNumber(1) });
};

test('What the store would call a bug of a command throws', () => {
  const stranger = reservationStream(theirs);
  const elsewhere: Append = { stream: stranger, events: [{ type: 'RoomReserved', data: {} }] };
  const days = roomDaysStored(atrium, '2026-11-24' as LocalDate, '2026-11-25' as LocalDate);
  let n = 0;
  const oneAfterAnother = () => ({
    room: roomStream(`${(n += 1)}` as typeof atrium),
    reservation: undefined,
  });

  expect(odd({})).not.toThrow();
  expect(odd({ decide: () => accept({}, [retire, elsewhere]) })).toThrow('was never read');
  expect(
    odd({ reads: () => ({ room, reservation: stranger }), decide: () => accept({}, [elsewhere]) }),
  ).toThrow('left its home unchanged');
  expect(odd({ decide: () => accept({}, [retire], [stranger]) })).toThrow('but never read');
  expect(odd({ decide: () => accept({}, [retire], [days]) })).toThrow('but never read');
  expect(
    odd({
      reads: () => ({ room, reservation: stranger }),
      decide: () => accept({}, [retire], [stranger]),
    }),
  ).toThrow('nothing to guard');
  expect(odd({ alone: true, reads: () => ({ room, reservation: stranger }) })).toThrow('not alone');
  expect(odd({ reads: oneAfterAnother })).toThrow('does not come to an end');
});

test('Events that their stream does not hold, or that are not plain JSON, throw', () => {
  const appending = (type: string, data: object) =>
    odd({ decide: () => accept({}, [{ stream: room, events: [{ type, data: data as never }] }]) });
  expect(appending('SlotHeld', {})).toThrow('holds no SlotHeld events');
  expect(appending('RoomRetired', { at: new Date(0) })).toThrow('data.at');
  expect(appending('RoomRetired', { roomId: atrium, places: [1, Number.NaN] })).toThrow(
    'data.places.1',
  );
  expect(appending('RoomRetired', { roomId: atrium, left: undefined })).not.toThrow();
});
