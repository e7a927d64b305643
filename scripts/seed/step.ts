import type { Actor } from '@/domain/shared/actor';
import type { Command, CommandDefinition } from '@/domain/shared/command';
import type { RoomId } from '@/domain/shared/ids';
import type { Sealed } from '@/domain/shared/sealed';

/** Seals a text for a person. */
export type Seal = (memberId: Actor['id'], text: string) => Promise<Sealed>;

/** One command of the demo: who sends it when (ms since 1970), and how it is made. */
export type Step = {
  readonly at: number;
  readonly actor: Actor;
  readonly roomId: RoomId;
  readonly definition: CommandDefinition;
  readonly command: (seal: Seal) => Promise<Command>;
};

/**
 * Makes a step; the compiler checks that command and definition belong together.
 * The definition's own types are forgotten then, so that steps of all kinds stand in one list.
 */
export const step = <C extends Command>(
  at: number,
  actor: Actor,
  roomId: RoomId,
  definition: { readonly type: C['type']; readonly home: (command: C) => unknown },
  command: C | ((seal: Seal) => Promise<C>),
): Step => ({
  at,
  actor,
  roomId,
  definition: definition as unknown as CommandDefinition,
  command: typeof command === 'function' ? command : () => Promise.resolve(command),
});
