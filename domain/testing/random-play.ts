import type { BookingRules, OpeningHours, RoomClosed } from '@/domain/room/room';
import type { ClosureId, RoomId } from '@/domain/shared/ids';
import { isRefusal } from '@/domain/shared/refusal';
import type { Instant, LocalDate, TimeZone } from '@/domain/shared/time';
import { assertDoneOnce, assertGrants, assertGuards } from './command-invariants';
import { take, type Step, type Taken } from './random-commands';
import { added } from './room-stories';
import { assertRoomIsSound, assertStatesAreFolds } from './state-invariants';
import { afterAll } from './story';
import { after, dayAt } from './wall';

/** Some rooms on the dates around one, and when the clock begins: minutes from the start of the first date. */
export type Setting = {
  readonly firstDate: LocalDate;
  readonly begin: number;
  readonly rooms: readonly {
    readonly roomId: RoomId;
    readonly timeZone: TimeZone;
    readonly openingHours: OpeningHours;
    readonly rules: Partial<BookingRules>;
  }[];
};

/**
 * Carries out a random sequence under a moving clock, and gives what each step came to.
 * Throws ExpectationFailed as soon as something does not hold.
 */
export const playedOut = ({ firstDate, begin, rooms }: Setting, steps: readonly Step[]) => {
  const [first] = rooms;
  if (!first) throw new Error('A random sequence needs a room');
  const madeAt = new Map<ClosureId, Instant>();
  let streams = afterAll(rooms.map((room) => added(room)));
  let now = after(dayAt(firstDate, first.timeZone).start, begin);
  const played: Taken[] = [];
  for (const [n, step] of steps.entries()) {
    now = after(now, step.wait);
    const taken = take(step, n + 1, streams, firstDate, now);
    played.push(taken);
    assertGrants(taken);
    streams = taken.after;
    if (isRefusal(taken.decision)) continue;
    for (const closureId of closuresMade(taken)) madeAt.set(closureId, now);
    for (const { roomId } of rooms) assertRoomIsSound(streams, roomId, madeAt);
    assertGuards(taken);
    assertDoneOnce(taken);
  }
  assertStatesAreFolds(streams);
  return played;
};

const closuresMade = ({ appends }: Taken): readonly ClosureId[] =>
  appends.flatMap(({ events }) =>
    events.flatMap(({ type, data }) =>
      type === 'RoomClosed' ? [(data as RoomClosed['data']).closureId] : [],
    ),
  );
