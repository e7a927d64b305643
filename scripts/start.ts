import { mkdir } from 'node:fs/promises';

import { takeData, type DataHolder } from './process/data-lock';
import { chooseAddress, type Address } from './start/address';
import { describeFirst, START, stopLeftBehind } from './start/already-running';
import { buildWhenChanged, SERVED } from './start/build';
import { openDatabase } from './start/database';
import { checkDiskSpace } from './start/disk-space';
import { keepRunning } from './start/keep-running';
import { clearRunning, dataFolder } from './start/running';
import { seedWhenEmpty } from './start/seed-when-empty';
import { upgradeWhenOld } from './start/upgrade-when-old';
import { untilToldToStop } from './process/until-told-to-stop';
import { projectFolder } from './setup/project.mjs';

/** `npm start`: everything from an empty folder to a running app; returns when it is told to stop. */
export async function main(): Promise<void> {
  const holder: DataHolder = { command: START, running: false };
  const release = await takeData(holder);
  if (!release) {
    console.log(await describeFirst());
    return;
  }
  const stop = untilToldToStop();
  try {
    await mkdir(dataFolder, { recursive: true });
    for (const folder of [projectFolder, dataFolder]) await checkDiskSpace(folder);
    await stopLeftBehind();
    const address = await chooseAddress(process.env);
    await run(address, stop, holder);
  } finally {
    await clearRunning();
    release();
  }
}

async function run(address: Address, stop: AbortSignal, holder: DataHolder): Promise<void> {
  const current = { database: await openDatabase(process.env) };
  holder.mongodbUri = current.database.uri;
  try {
    if (!stop.aborted) await buildWhenChanged(stop);
    if (!stop.aborted) await seedWhenEmpty(current.database.uri, stop);
    if (!stop.aborted) await upgradeWhenOld(current.database.uri);
    if (!stop.aborted) await keepRunning({ folder: SERVED, address, current, stop, holder });
  } finally {
    await current.database.embedded?.stop();
  }
}
