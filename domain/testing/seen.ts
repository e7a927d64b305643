import type { GrantedSlot } from '@/domain/reservation/reservation';
import { isRefusal } from '@/domain/shared/refusal';
import type { Taken } from './random-commands';
import { cut } from './wall';

/** Counts what random sequences came to, so that a test can tell that they reached what they should. */
export class Seen {
  readonly #times = new Map<string, number>();
  #steps = 0;

  take(taken: Taken) {
    this.#steps += 1;
    for (const what of new Set(kindsOf(taken))) this.#times.set(what, this.times(what) + 1);
  }

  times(what: string): number {
    return this.#times.get(what) ?? 0;
  }

  /** Of all steps. */
  share(what: string): number {
    return this.times(what) / this.#steps;
  }
}

const kindsOf = (taken: Taken): readonly string[] => {
  const { decision, command, appends } = taken;
  if (isRefusal(decision)) return [decision.code];
  const events = appends.flatMap((append) => append.events);
  return [
    'accepted',
    command.type,
    ...events.flatMap(({ type, data }) => {
      if (type === 'RoomReserved') return bordersOf(data.granted as GrantedSlot);
      if (type === 'ReservationRestored') return bordersOf(data.granted as GrantedSlot);
      if (type === 'ReservationMoved') return movesOf(data as Moved, taken);
      return type === 'ReservationCancelled' && data.cause
        ? ['cancelled by a closing or retiring']
        : [];
    }),
  ];
};

type Moved = { readonly from: GrantedSlot; readonly to: GrantedSlot };

const movesOf = ({ from, to }: Moved, { context: { now } }: Taken) =>
  from.slot.start <= now ? ['begun when it was moved', ...bordersOf(to)] : bordersOf(to);

const bordersOf = ({ slot, heldUntil }: GrantedSlot): readonly string[] => {
  const { start, end, timeZone } = slot;
  const [own, held] = [end, heldUntil].map((until) => cut({ start, end: until }, timeZone).length);
  return [
    ...(own === 2 ? ['over midnight'] : []),
    ...(own === 1 && held === 2 ? ['over midnight by its buffer alone'] : []),
    ...(held === 3 ? ['on three days'] : []),
    ...(slot.startOffset === slot.endOffset ? [] : ['over a change of the clock']),
  ];
};
