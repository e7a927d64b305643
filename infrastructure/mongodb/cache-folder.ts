import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where fetched programs are kept: the user's cache folder, so that they survive `npm ci` and serve
 * every copy of the project.
 *
 * @example cacheFolder('mongodb') // '/home/ana/.cache/roomlog/mongodb'
 */
export function cacheFolder(name: string, env = process.env, platform = process.platform): string {
  const base =
    platform === 'win32'
      ? (env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
      : platform === 'darwin'
        ? join(homedir(), 'Library', 'Caches')
        : env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'roomlog', name);
}
