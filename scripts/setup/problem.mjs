/**
 * An error whose message is complete, so that it is shown without a stack; the same as SetupProblem
 * of the infrastructure, for where TypeScript is not loaded yet.
 *
 * @param {string} message what is wrong and what to do
 */
export function setupProblem(message) {
  return Object.assign(new Error(message), { name: 'SetupProblem' });
}
