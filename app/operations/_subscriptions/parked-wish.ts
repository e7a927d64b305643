import { z } from 'zod';
import type { ParkedOperation } from '@/infrastructure/operations/operate';

/** What somebody wants done with an event that was put aside. */
export type ParkedWish = { readonly operation: ParkedOperation; readonly position: number };

/** A wish as a button sends it: `replay 42`. */
export const writtenWish = ({ operation, position }: ParkedWish): string =>
  `${operation} ${position}`;

/** Reads such a wish. */
export const parkedWishField = z
  .string()
  .regex(/^(replay|drop) [1-9]\d{0,14}$/)
  .transform((written): ParkedWish => {
    const [operation, position] = written.split(' ');
    return { operation: operation as ParkedOperation, position: Number(position) };
  });
