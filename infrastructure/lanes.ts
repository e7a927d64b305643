const opened = Symbol.for('roomlog lanes');

type WithLanes = typeof globalThis & { [opened]?: string[] };

/**
 * The ids of all lanes that this process has opened for itself. More than one means that a copy of a
 * module made its own, and commands overtake each other. Kept on `globalThis` itself and not by
 * `processWide`, which it watches.
 */
export const lanesOpened = (): string[] => ((globalThis as WithLanes)[opened] ??= []);
