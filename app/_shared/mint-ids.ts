import { v7 } from 'uuid';
import type { FormIds } from './form-state';

/** New ids for these field names: UUIDv7, which sort by the time they were made. */
export const mintIds = (names: readonly string[]): FormIds =>
  Object.fromEntries(names.map((name) => [name, v7()]));
