import { freePort, isFree } from '@/infrastructure/mongodb/free-port';
import { SetupProblem } from '@/infrastructure/setup-problem';

/** Where the app listens, and the address people open. */
export type Address = { readonly host: string; readonly port: number; readonly url: string };

const DEFAULT_PORT = 3000;
const LAST_PORT = 65_535;

/**
 * Where to listen, by HOST and PORT. Without PORT it is 3000 or the next free one.
 *
 * @throws SetupProblem when PORT is no port or taken
 */
export async function chooseAddress(env: NodeJS.ProcessEnv): Promise<Address> {
  // Not `localhost`: on some machines that is ::1 only.
  const host = env.HOST ?? '127.0.0.1';
  const port = env.PORT ? await wished(env.PORT, host) : await nextFree(DEFAULT_PORT, host);
  return { host, port, url: urlOf(host, port) };
}

/** The address people open; a wildcard host is reached by way of this machine's own. */
export function urlOf(host: string, port: number): string {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${String(port)}`;
}

async function wished(text: string, host: string): Promise<number> {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > LAST_PORT) {
    throw new SetupProblem(
      `PORT is "${text}"; it must be a number from 0 to ${String(LAST_PORT)}.`,
    );
  }
  if (port === 0) return freePort();
  if (await isFree(port, host)) return port;
  throw new SetupProblem(
    `Port ${text} of ${host} is taken or not allowed. Choose another one (PORT=${String(port + 1)}), or none: then a free one is found.`,
  );
}

async function nextFree(from: number, host: string): Promise<number> {
  for (let port = from; port < from + 100; port += 1) if (await isFree(port, host)) return port;
  throw new SetupProblem(
    `None of the ports ${String(from)} to ${String(from + 99)} of ${host} is free. Name one with PORT, or check HOST.`,
  );
}
