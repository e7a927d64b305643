import type { Answer, Command, CommandDefinition, StreamSet } from '@/domain/shared/command';
import type { CommandContext } from './event-store/job';
import type { Outcome } from './event-store/outcome';
import { eventStore } from './store';

/**
 * Carries out a command: the process's lane loads what it reads, decides, and appends, all in one
 * snapshot, together with whatever else waits.
 *
 * Refusals are values, kept or not; also BUSY, UNAVAILABLE and OUTCOME_UNKNOWN, after which the
 * same command may be sent again with the same id. Throws only for bugs.
 *
 * @example
 * const outcome = await execute(bookRoom, command, { actor, correlationId });
 * if (outcome.status === 'refused') explain(outcome.refusal);
 */
export const execute = async <C extends Command, S extends StreamSet, A extends Answer>(
  definition: CommandDefinition<C, S, A>,
  command: NoInfer<C>,
  context: CommandContext,
): Promise<Outcome<A>> => (await eventStore()).execute(definition, command, context);
