/**
 * Something outside the code is missing or wrong (no MongoDB, a port taken, a full disk).
 * Its message is complete: what is wrong and what to do next, so it is shown without a stack.
 *
 * @example throw new SetupProblem('Port 3000 is taken. Choose another one: PORT=3001 npm start')
 */
export class SetupProblem extends Error {
  override name = 'SetupProblem';
}
