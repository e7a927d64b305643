import { EventEmitter, once } from 'node:events';
import { eventOrTimeout } from './event-or-timeout';

const never = new AbortController().signal;

/**
 * What comes one by one and is taken as a whole: while one batch is worked on, the next gathers. Who
 * puts waits while too much is there.
 */
export class Inbox<T> {
  #items: T[] = [];
  #ended: { readonly error: unknown } | undefined;
  readonly #changes = new EventEmitter();

  constructor(private readonly most: number) {
    this.#changes.setMaxListeners(0);
  }

  /** Puts something in; resolves when there is room for more. */
  async put(item: T): Promise<void> {
    this.#items.push(item);
    this.#changes.emit('change');
    while (this.#items.length >= this.most && !this.#ended) await once(this.#changes, 'change');
  }

  /** Nothing more will come: who takes gets this error when the rest is taken. */
  end(error: unknown): void {
    this.#ended = { error };
    this.#changes.emit('change');
  }

  /** Takes all that is there; waits up to `patienceMs` for something. Throws when it has ended. */
  async take(patienceMs: number): Promise<readonly T[]> {
    if (this.#items.length === 0 && !this.#ended) {
      await eventOrTimeout(this.#changes, 'change', patienceMs, never);
    }
    if (this.#items.length === 0 && this.#ended) throw this.#ended.error;
    const items = this.#items;
    this.#items = [];
    this.#changes.emit('change');
    return items;
  }
}
