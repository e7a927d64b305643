import canonicalize from 'canonicalize';
import type { Command } from '@/domain/shared/command';
import { sha256 } from './hash-chain';

/**
 * A short hash of what a command asks, to tell a second sending from another wish under the same id.
 * Sealed texts count too: equal texts of one person are sealed alike.
 */
export const fingerprintOf = (command: Command): string =>
  sha256(canonicalize(command) ?? '').slice(0, 16);
