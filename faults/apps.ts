import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@/infrastructure/mongodb/free-port';
import { sendSignal } from '@/infrastructure/mongodb/process-life';
import { startAppServer, type AppServer } from '../scripts/process/app-server';
import { urlOf } from '../scripts/start/address';
import { TESTED } from '../scripts/test/tested-build';
import type { KillableApp } from './faults';

const host = '127.0.0.1';
const betweenTriesMs = 1000;
const mostTries = 60;

/** An app server of the built app, on an address that it keeps. */
export type App = KillableApp & {
  readonly address: string;
  readonly running: () => boolean;
  /** How often it ended by itself, which it never should. */
  readonly endedByItself: () => number;
  readonly stop: () => Promise<void>;
};

/** Starts an app server on a replica set; started again it is at the same address. */
export const startApp = async (name: string, mongodbUri: string): Promise<App> => {
  const port = await freePort();
  const appName = `roomlog-${port}`;
  const uri = `${mongodbUri}&appName=${appName}`;
  const url = urlOf(host, port);
  let server: AppServer | undefined;
  let wanted = true;
  let ended = 0;
  const start = async () => {
    wanted = true;
    for (let tries = 1; ; tries += 1) {
      try {
        const started = await startAppServer({ folder: TESTED, host, port, url, mongodbUri: uri });
        server = started;
        void started.ended.then(() => {
          if (wanted && server === started) ended += 1;
        });
        return;
      } catch (error) {
        // While no primary is elected it cannot say that its database answers.
        if (tries === mostTries) throw error;
        await pause(betweenTriesMs);
      }
    }
  };
  await start();
  const send = (signal: NodeJS.Signals) => {
    if (server) sendSignal(server.pid, signal);
  };
  return {
    name,
    appName,
    address: url,
    running: () => wanted,
    endedByItself: () => ended,
    start,
    freeze: () => {
      send('SIGSTOP');
    },
    wake: () => {
      send('SIGCONT');
    },
    kill: async () => {
      wanted = false;
      send('SIGKILL');
      await server?.ended;
    },
    stop: async () => {
      wanted = false;
      // One that is still frozen would not hear that it is to end.
      send('SIGCONT');
      await server?.stop();
    },
  };
};
