import type { Answer } from '@/domain/shared/command';
import type { Refusal } from '@/domain/shared/refusal';

/** Where each stream stood after the command, by stream name; a read model can be waited for with it. */
export type Positions = { readonly [streamName: string]: number };

/** What a sender gets: it was done, or why not. `kept` tells whether the refusal was recorded. */
export type Outcome<A extends Answer = Answer> =
  | { readonly status: 'accepted'; readonly answer: A; readonly positions: Positions }
  | { readonly status: 'refused'; readonly refusal: Refusal; readonly kept: boolean };
