import type { Event } from '@event-driven-io/emmett';
import type { Brand } from '@/domain/shared/ids';
import type { StreamDefinition } from '@/domain/shared/stream';

type Place = { readonly street: string; readonly floor: number };
type Named = { readonly name: Brand<'Name'> };

/** One of each kind of type that events are made of. */
export type Painted = Event<
  'Painted',
  {
    wall: Brand<'Colour'>;
    coats?: number;
    dry: boolean;
    mood: 'bright' | 'dark' | (string & {});
    finish: 'matt' | 'gloss';
    grade: 1 | 2;
    note: string | null | undefined;
    by: Named & Place;
    changed: Partial<Place>;
    hours: { readonly [day in 'mon' | 'tue']: readonly string[] };
    range: readonly [from: number, to: number];
    prices: Readonly<Record<string, number>>;
    choice: { kind: 'a'; a: number } | { kind: 'b'; b?: string };
  }
>;
export type Washed = Event<'Washed', { hot?: boolean }>;
type Room = { status: 'fresh' };

const definition = <E extends Painted | Washed>(type: string): StreamDefinition<Room, E> => ({
  type,
  initialState: () => ({ status: 'fresh' }),
  evolve: (room) => room,
  eventVersions: { Painted: 1, Washed: 1 } as never,
  schemaVersion: 1,
});

export const definitions = [
  definition<Washed>('bath'),
  definition<Painted | Washed>('house'),
] as const;

type Only<E> = readonly [{ readonly evolve: (room: Room, event: E) => Room }];
const unchanged = (room: Room): Room => room;

type Tree = { readonly branches: readonly Tree[] };
export const endless: Only<{ type: 'Grown'; data: Tree }> = [{ evolve: unchanged }];
export const dated: Only<{ type: 'Dated'; data: { on: () => void } }> = [{ evolve: unchanged }];
