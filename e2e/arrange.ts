import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { addRoom } from '@/domain/commands/add-room';
import { bookRoom } from '@/domain/commands/book-room';
import { cancelReservation } from '@/domain/commands/cancel-reservation';
import { closeRoom } from '@/domain/commands/close-room';
import { defaultRules, type BookingRules, type OpeningHours } from '@/domain/room/room';
import { ClosureId, CommandId, ReservationId, RoomId } from '@/domain/shared/ids';
import type { LocalDateTime, LocalTime, TimeZone, Wish } from '@/domain/shared/time';
import type { Outcome } from '@/infrastructure/event-store/outcome';
import { execute } from '@/infrastructure/execute';
import type { Member } from '@/infrastructure/members';
import { sealFor } from '@/infrastructure/sealing';
import { eventStore } from '@/infrastructure/store';
import { nextWorkingDay, zurich } from './calendar';
import { clara } from './people';

/** A room that was made for one journey. */
export type OwnRoom = {
  readonly roomId: RoomId;
  /** Like no other room's. */
  readonly name: string;
  readonly timeZone: string;
  /** The next working day there. */
  readonly day: string;
};

/** A time as people type it. */
export type Typed = { readonly date: string; readonly from: string; readonly to: string };

export type RoomOptions = {
  readonly name?: string;
  readonly floor?: string;
  readonly timeZone?: string;
  /** Open every day in these windows; around the clock by default. */
  readonly open?: readonly { readonly from: string; readonly to: string }[];
  readonly rules?: Partial<BookingRules>;
};

const aroundTheClock = [{ from: '00:00', to: '24:00' }];

const everyDay = (windows: NonNullable<RoomOptions['open']>): OpeningHours => {
  const open = windows.map(({ from, to }) => ({ from: from as LocalTime, to: to as LocalTime }));
  return { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open };
};

const anotherCommand = () => CommandId.of(v7());

const wishOf = ({ date, from, to }: Typed): Wish => ({
  startsAt: `${date}T${from}` as LocalDateTime,
  endsAt: `${date}T${to}` as LocalDateTime,
});

const mustBeDone = (outcome: Outcome): void => {
  if (outcome.status === 'refused') throw new Error(`Refused: ${outcome.refusal.code}`);
};

/** Adds a room with a name of its own, by the command a manager sends. */
const room = async (options: RoomOptions = {}): Promise<OwnRoom> => {
  const { floor = 'Journeys', timeZone = zurich, open = aroundTheClock, rules } = options;
  const roomId = RoomId.of(v7());
  const name = `${options.name ?? 'Room'} ${randomBytes(3).toString('hex')}`;
  const outcome = await execute(
    addRoom,
    {
      type: 'AddRoom',
      commandId: anotherCommand(),
      roomId,
      details: { name, floor, capacity: 6, equipment: ['Screen'] },
      timeZone: timeZone as TimeZone,
      openingHours: everyDay(open),
      rules: { ...defaultRules, ...rules },
    },
    { actor: clara },
  );
  mustBeDone(outcome);
  return { roomId, name, timeZone, day: nextWorkingDay(timeZone) };
};

/** Sends a booking; gives its id, under which a refused one is kept too. */
const booking = async (
  who: Member,
  { roomId }: OwnRoom,
  typed: Typed,
  { title = 'Design review', note }: { title?: string; note?: string } = {},
) => {
  const reservationId = ReservationId.of(v7());
  const outcome = await execute(
    bookRoom,
    {
      type: 'BookRoom',
      commandId: anotherCommand(),
      reservationId,
      roomId,
      wish: wishOf(typed),
      title: await sealFor(who.id, title),
      ...(note && { note: await sealFor(who.id, note) }),
    },
    { actor: who },
  );
  return { reservationId, outcome };
};

/** Books what must be free. */
const booked = async (...asked: Parameters<typeof booking>): Promise<ReservationId> => {
  const { reservationId, outcome } = await booking(...asked);
  mustBeDone(outcome);
  return reservationId;
};

/** Sends a booking that must be refused. */
const refused = async (...asked: Parameters<typeof booking>): Promise<ReservationId> => {
  const { reservationId, outcome } = await booking(...asked);
  if (outcome.status === 'accepted') throw new Error('This booking should have been refused');
  return reservationId;
};

/** Cancels a reservation. */
const cancelled = async (who: Member, reservationId: ReservationId): Promise<void> => {
  const type = 'CancelReservation';
  const command = { type, commandId: anotherCommand(), reservationId } as const;
  mustBeDone(await execute(cancelReservation, command, { actor: who }));
};

/** Closes a room for a period of one day. */
const closed = async ({ roomId }: OwnRoom, typed: Typed, reason: string): Promise<void> => {
  const ids = { commandId: anotherCommand(), roomId, closureId: ClosureId.of(v7()) };
  const wish = wishOf(typed);
  const command = { type: 'CloseRoom', ...ids, wish, reason, cancelThem: false } as const;
  mustBeDone(await execute(closeRoom, command, { actor: clara }));
};

/** How many reservations hold the room now, by what is stored. */
const reservationsIn = async (ofRoom: OwnRoom): Promise<number> =>
  (await bookingsOf(ofRoom)).filter((status) => status === 'reserved').length;

/** What came of each booking of the room that left a trace: reserved, cancelled, rejected. */
const bookingsOf = async ({ roomId }: OwnRoom): Promise<readonly unknown[]> => {
  const state = 'projections.state';
  const found = (await eventStore())
    .collectionOf('reservation')
    .find({ $or: [{ [`${state}.granted.roomId`]: roomId }, { [`${state}.roomId`]: roomId }] });
  return (await found.toArray()).map(({ projections }) => projections?.state?.status);
};

/** What a journey finds when it begins; all of it by the app's own commands, on its database. */
export const arrange = { room, booked, refused, cancelled, closed, reservationsIn, bookingsOf };

export type Arrange = typeof arrange;
