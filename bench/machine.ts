import type { MongoClient } from 'mongodb';
import { cpus, release, totalmem, type } from 'node:os';

/** One line on what the figures were made on: without it they say nothing. */
export const machineOf = async (client: MongoClient): Promise<string> => {
  const { version } = (await client.db('admin').command({ buildInfo: 1 })) as { version: string };
  const [cpu, ...others] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${others.length + 1} × ${cpu?.model.trim() ?? 'unknown processor'}`,
    `${memory} GiB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    `MongoDB ${version}`,
  ].join(', ');
};
