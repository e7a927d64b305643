'use client';

import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { TimeFields } from './time-fields';

type Board = {
  /** What the form holds, for what is drawn beside it; undefined where scripts do not run yet. */
  readonly typed: TimeFields | undefined;
  readonly setTyped: (fields: TimeFields) => void;
  /** What was chosen outside the form and is to be put into it. */
  readonly wanted: TimeFields | undefined;
  readonly want: (fields: TimeFields) => void;
};

const BoardContext = createContext<Board | undefined>(undefined);

/** What form and drawing tell one another; undefined outside of a `WishBoard`. */
export const useWishBoard = (): Board | undefined => use(BoardContext);

/** Connects the one form inside with what is drawn beside it. */
export const WishBoard = ({ children }: { children: ReactNode }) => {
  const [typed, setTyped] = useState<TimeFields>();
  const [wanted, want] = useState<TimeFields>();
  const board = useMemo(() => ({ typed, setTyped, wanted, want }), [typed, wanted]);
  return <BoardContext value={board}>{children}</BoardContext>;
};
