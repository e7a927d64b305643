/** What may be broken, in the order in which it is told. */
const breakKinds = [
  'stream',
  'chain',
  'state',
  'log',
  'commit',
  'command',
  'overlap',
  'hold',
  'key',
  'checkpoint',
  'head',
] as const;
export type BreakKind = (typeof breakKinds)[number];

/** One thing that does not hold. */
export type Break = {
  readonly kind: BreakKind;
  /** The stream it is about, where it is about one. */
  readonly stream?: string;
  /** The event in that stream, where it is about one. */
  readonly position?: number;
  /** The position in the log, where it is about one. */
  readonly logPosition?: number;
  /** What is wrong there, as the end of a sentence. */
  readonly what: string;
};

/** How many breaks of one kind there are, and the first of them. */
export type BreaksOfKind = { readonly count: number; readonly first: Break };

/**
 * Counts breaks and keeps the first of each kind: where everything is broken, memory would not hold
 * them all.
 */
export class Breaks {
  readonly #found = new Map<BreakKind, BreaksOfKind>();

  add(breaks: readonly Break[]): void {
    for (const found of breaks) {
      const { count, first } = this.#found.get(found.kind) ?? { count: 0, first: found };
      this.#found.set(found.kind, { count: count + 1, first });
    }
  }

  /** In the order of `breakKinds`. */
  get found(): readonly BreaksOfKind[] {
    return breakKinds.flatMap((kind) => this.#found.get(kind) ?? []);
  }
}
