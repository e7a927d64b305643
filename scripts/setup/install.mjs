import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { setupProblem } from './problem.mjs';
import { takeLock } from './project-lock.mjs';
import { projectFolder } from './project.mjs';

const stamp = join(projectFolder, 'node_modules', '.roomlog-installed');

/** What the installed packages depend on: the lock file and the machine they run on. */
function wanted() {
  const lock = readFileSync(join(projectFolder, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform} ${process.arch}\n`;
}

/** @returns {boolean} whether the packages of the lock file are installed for this machine */
function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();
}

/** npm's own program: the one that runs us, else the one beside Node. */
function npmProgram() {
  const beside = dirname(process.execPath);
  const places = [
    process.env.npm_execpath ?? '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  return places.find((path) => path.endsWith('npm-cli.js') && existsSync(path));
}

/**
 * Installs the packages when they are missing or the lock file has changed. Two commands at once
 * wait for each other.
 *
 * @throws {Error} with a message that names the way out
 */
export async function installPackages() {
  if (isInstalled()) return;
  let release;
  while (!(release = await takeLock('install', () => 'installing'))) await pause(500);
  try {
    if (!isInstalled()) await install();
  } finally {
    release();
  }
}

async function install() {
  const npm = npmProgram();
  if (!npm) throw setupProblem('npm was not found. Run this through npm: npm start, or npm test.');
  console.log('Installing packages (npm ci) …');
  // NODE_ENV=production would leave out what the build needs.
  const args = [npm, 'ci', '--include=dev', '--no-audit', '--no-fund'];
  const child = spawn(process.execPath, args, { cwd: projectFolder, stdio: 'inherit' });
  const stopWithUs = () => child.kill('SIGTERM');
  process.once('exit', stopWithUs);
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', resolve);
  });
  process.off('exit', stopWithUs);
  if (code !== 0) {
    throw setupProblem(
      `The packages could not be installed (npm ci ended with ${code}). npm says above why; the usual ` +
        'reasons are no network, a registry that needs a proxy or a login, and a full disk.',
    );
  }
  writeFileSync(stamp, wanted());
}
