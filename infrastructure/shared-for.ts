import { processWide } from './process-wide';

type Shared = { readonly until: number; readonly answer: Promise<unknown> };

/**
 * The answer of whoever asked last, for `lastsMs`: all who ask meanwhile share one question. A failed
 * one is forgotten at once.
 *
 * @param name unique name of the question in this process
 */
export const sharedFor = <T>(name: string, lastsMs: number, ask: () => Promise<T>): Promise<T> => {
  const answers = processWide('shared answers', () => new Map<string, Shared>());
  const known = answers.get(name);
  if (known && performance.now() < known.until) return known.answer as Promise<T>;
  const answer = ask();
  answers.set(name, { until: performance.now() + lastsMs, answer });
  answer.catch(() => answers.delete(name));
  return answer;
};
