import { createHash } from 'node:crypto';
import type { Command } from '@/domain/shared/command';

/**
 * A short hash of what a command asks, to tell a second sending from another wish under the same id.
 * Sealed text is left out: sealing equal texts gives different values.
 */
export const fingerprintOf = (command: Command): string =>
  createHash('sha256').update(canonical(command)).digest('base64url').slice(0, 16);

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isSealed(value)) return '"sealed"';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
};

const isSealed = (value: object) =>
  Object.keys(value).length === 2 && 'key' in value && 'box' in value;
