import type { Actor } from '@/domain/shared/actor';
import type { Command, CommandDefinition } from '@/domain/shared/command';
import type { Outcome } from './outcome';

/** Who sends a command, and in the course of what. */
export type CommandContext = {
  readonly actor: Actor;
  /** Ties together what belongs to one wish of a person; the command's id when left out. */
  readonly correlationId?: string;
};

/** A command waiting in the lane, and how to answer its sender. */
export type Job = {
  readonly definition: CommandDefinition;
  readonly command: Command;
  readonly context: CommandContext;
  readonly answer: (outcome: Outcome) => void;
  /** For what is a bug, or a broken write: the sender's call throws. */
  readonly fail: (error: unknown) => void;
};
