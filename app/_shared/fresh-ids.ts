import { connection } from 'next/server';
import type { FormIds } from './form-state';
import { mintIds } from './mint-ids';

/**
 * New ids for the hidden fields of a form, made for this request alone: a page rendered ahead of
 * time would hand the same ids to everyone.
 *
 * @example await freshIds('commandId', 'reservationId')
 */
export const freshIds = async (...names: readonly string[]): Promise<FormIds> => {
  await connection();
  return mintIds(names);
};
