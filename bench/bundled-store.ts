import { build, type Plugin } from 'esbuild';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { createEventStore } from '@/infrastructure/event-store/create-event-store';

const root = join(import.meta.dirname, '..');
/** Inside the project, or the packages would not be found. */
const folder = join(root, 'node_modules', '.cache', 'roomlog-bench');

type StoreModule = { readonly createEventStore: typeof createEventStore };

/**
 * The event store as a module of its own, bundled as the app is; with the hash chain or without it,
 * so that both can be measured in one run.
 */
export const bundledStore = async (chain: 'kept' | 'none'): Promise<StoreModule> => {
  await mkdir(folder, { recursive: true });
  const outfile = join(folder, `store-${chain}.mjs`);
  await build({
    entryPoints: [join(root, 'infrastructure/event-store/create-event-store.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@': root },
    plugins: chain === 'none' ? [withoutChain] : [],
    logLevel: 'warning',
  });
  return (await import(pathToFileURL(outfile).href)) as StoreModule;
};

const withoutChain: Plugin = {
  name: 'without-chain',
  setup: (bundling) => {
    const standIn = join(root, 'bench/no-hash-chain.ts');
    bundling.onResolve({ filter: /\/hash-chain$/ }, ({ importer }) =>
      importer === standIn ? undefined : { path: standIn },
    );
  },
};
