import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';

import { z } from 'zod';

import { SetupProblem } from '@/infrastructure/setup-problem';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads the words after `--` of an npm command.
 *
 * @param usage shown when they cannot be read
 * @returns options by name, and what else was given, in order
 * @throws SetupProblem for an option that is not known or lacks its value
 */
export function readArguments<O extends Options>(args: string[], usage: string, options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw wrongUse(error instanceof Error ? error.message : String(error), usage);
  }
}

/** The one path that must be given, as seen from where npm was called. Throws SetupProblem. */
export function onePath(given: readonly string[], usage: string): string {
  const [path, ...others] = given;
  if (path === undefined || others.length > 0) throw wrongUse('One path must be given.', usage);
  return fromCaller(path);
}

/** Makes sure that nothing was given but options. Throws SetupProblem. */
export function nothingElse(given: readonly string[], usage: string): void {
  const [first] = given;
  if (first !== undefined) throw wrongUse(`“${first}” has no meaning here.`, usage);
}

/** A path as the caller meant it: npm runs every command in the folder of the project. */
export function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** A whole number of seconds above zero; undefined when none is given. Throws SetupProblem. */
export function secondsOf(given: string | undefined, usage: string): number | undefined {
  const seconds = z.coerce.number().int().positive().optional().safeParse(given);
  if (!seconds.success) throw wrongUse(`“${given ?? ''}” is no number of seconds.`, usage);
  return seconds.data;
}

/** What is wrong with how a command was called. */
export function wrongUse(problem: string, usage: string): SetupProblem {
  return new SetupProblem(`${problem}\n${usage}`);
}
