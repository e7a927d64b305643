const registry = Symbol.for('roomlog');

type WithRegistry = typeof globalThis & { [registry]?: Map<string, unknown> };

/**
 * The one instance of something in this process, made on first use.
 * Next loads a module up to three times in one process, so a module variable would make three
 * database clients and three lanes; `globalThis` is what the copies share.
 *
 * @param name unique name of the thing
 * @param make makes it; runs once in a process
 */
export function processWide<T>(name: string, make: () => T): T {
  const shared = globalThis as WithRegistry;
  const things = (shared[registry] ??= new Map<string, unknown>());
  if (!things.has(name)) things.set(name, make());
  return things.get(name) as T;
}

/** Forgets the instance, so that the next use makes a new one (after a failed start, and in tests). */
export function forgetProcessWide(name: string): void {
  (globalThis as WithRegistry)[registry]?.delete(name);
}
