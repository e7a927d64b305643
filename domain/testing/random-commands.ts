import { bookRoom } from '@/domain/commands/book-room';
import { cancelReservation } from '@/domain/commands/cancel-reservation';
import { changeBookingRules } from '@/domain/commands/change-booking-rules';
import { closeRoom } from '@/domain/commands/close-room';
import { moveReservation } from '@/domain/commands/move-reservation';
import { reinstateRoom } from '@/domain/commands/reinstate-room';
import { reopenRoom } from '@/domain/commands/reopen-room';
import { restoreReservation } from '@/domain/commands/restore-reservation';
import { retireRoom } from '@/domain/commands/retire-room';
import type { Reservation } from '@/domain/reservation/reservation';
import { defaultRules, roomStream, type Room } from '@/domain/room/room';
import type { Actor } from '@/domain/shared/actor';
import type {
  Answer,
  Command,
  CommandDefinition,
  DecisionContext,
  StreamSet,
} from '@/domain/shared/command';
import type { RoomId } from '@/domain/shared/ids';
import type { Instant, LocalDate, Slot, Wish } from '@/domain/shared/time';
import { ana, ben, clara, closureNumber, commandNumber, reservationNumber, sealed } from './people';
import { runCommand, type Ran } from './run-command';
import type { Streams } from './streams';
import { wallAfter } from './wall';

/** A period of the wall clock: minutes from midnight of the first date, and how long. */
export type Span = {
  readonly start: number;
  readonly minutes: number;
  readonly occurrence: 'earlier' | 'later';
};

/** One step of a random sequence; which reservation is meant, among those that stand or are cancelled, is `nth`. */
export type Step = {
  readonly wait: number;
  readonly room: RoomId;
  readonly span: Span;
  readonly nth: number;
  readonly cancelThem: boolean;
  readonly buffer: number;
  readonly kind: 'book' | 'move' | 'stretch' | 'cancel' | 'restore' | 'close' | 'retire' | 'rules';
};

/** What a step came to. */
export type Taken = Ran & {
  readonly command: Command;
  readonly context: DecisionContext;
  /** Decides and appends the same command once more, on what it left. */
  readonly again: () => Ran;
};

/**
 * Carries out the nth step. What cannot be done becomes something that can: a room that is closed is
 * reopened, one that is retired reinstated; with nothing to move, cancel or restore one is booked.
 */
export const take = (
  step: Step,
  n: number,
  streams: Streams,
  firstDate: LocalDate,
  now: Instant,
): Taken => {
  const commandId = commandNumber(n);
  const { room: roomId, span } = step;
  const wish = wishOf(span, firstDate);
  const run: Run = (definition, asked, actor = clara) => {
    const context: DecisionContext = { actor, now };
    const command = { type: definition.type, commandId, ...asked } as Parameters<
      typeof definition.decide
    >[0];
    const on = (before: Streams) => runCommand(definition, command, context, before);
    const ran = on(streams);
    return { ...ran, command, context, again: () => on(ran.after) };
  };
  const book = () => {
    const actor = n % 2 === 0 ? ana : ben;
    const command = { reservationId: reservationNumber(n), roomId, wish } as const;
    return run(bookRoom, { ...command, title: sealed('Talk', actor) }, actor);
  };
  const room = streams.one(roomStream(roomId)).state as Room;
  const closures = room.status === 'open' ? room.closures : [];
  const [closure] = closures;
  const reserved = pick(streams, 'reserved', step.nth, now);
  if (room.status === 'retired' && step.nth % 2 === 0) return run(reinstateRoom, { roomId });
  switch (step.kind) {
    case 'book':
      return book();
    case 'move':
    case 'stretch': {
      if (!reserved) return book();
      const { reservationId, granted } = reserved;
      if (step.kind === 'move') return run(moveReservation, { reservationId, roomId, wish });
      const stretched = { roomId: granted.roomId, wish: stretchedTo(granted.slot, span) };
      return run(moveReservation, { reservationId, ...stretched });
    }
    case 'cancel':
      if (!reserved) return book();
      return run(cancelReservation, { reservationId: reserved.reservationId });
    case 'restore': {
      const gone = pick(streams, 'cancelled', step.nth, now);
      if (!gone) return book();
      const { reservationId } = gone;
      return run(restoreReservation, { reservationId });
    }
    case 'close': {
      if (closure) {
        const { closureId } = closure;
        return run(reopenRoom, { roomId, closureId });
      }
      const { cancelThem } = step;
      const closing = { closureId: closureNumber(n), wish, reason: 'Works', cancelThem };
      return run(closeRoom, { roomId, ...closing });
    }
    case 'retire':
      return run(retireRoom, { roomId, cancelThem: step.cancelThem });
    case 'rules': {
      const rules = {
        ...(room.status === 'unknown' ? defaultRules : room.rules),
        bufferMinutes: step.buffer,
      };
      return run(changeBookingRules, { roomId, rules });
    }
  }
};

type Run = <C extends Command, S extends StreamSet, A extends Answer>(
  definition: CommandDefinition<C, S, A>,
  asked: Omit<C, 'type' | 'commandId'>,
  actor?: Actor,
) => Taken;

const wishOf = ({ start, minutes, occurrence }: Span, firstDate: LocalDate): Wish => {
  const startsAt = wallAfter(`${firstDate}T00:00`, start);
  const endsAt = wallAfter(startsAt, minutes);
  return { startsAt, endsAt, startOccurrence: occurrence, endOccurrence: occurrence };
};

const stretchedTo = ({ startsAt, startOffset }: Slot, { minutes, occurrence }: Span): Wish => {
  const endsAt = wallAfter(startsAt, minutes);
  return { startsAt, endsAt, startOccurrence: startOffset, endOccurrence: occurrence };
};

const pick = (streams: Streams, status: 'reserved' | 'cancelled', nth: number, now: Instant) => {
  const found = streams.all.flatMap(({ ref, state }) => {
    if (ref.type !== 'reservation') return [];
    const reservation = state as Reservation;
    return reservation.status === status && reservation.granted.slot.end > now ? [reservation] : [];
  });
  return found[nth % found.length];
};
