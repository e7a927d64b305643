import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders whose files end up in the build, and files beside them. */
const FOLDERS = ['app', 'domain', 'infrastructure', 'public'];
const ROOT_FILE =
  /^(package(-lock)?\.json|tsconfig\.json|(next|postcss)\.config\.\w+|(instrumentation|proxy)[\w-]*\.\w+)$/;
/** Tests do not. */
const NOT_BUILT = /\.(unit\.spec|int\.spec|e2e)\.tsx?$/;

/**
 * A fingerprint of everything a build is made from: sources, packages, settings that Next writes
 * into the build, and Node. Works without git. Equal fingerprint, equal build.
 *
 * @param root folder of the project
 */
export async function buildHash(root: string, env: NodeJS.ProcessEnv): Promise<string> {
  const hash = createHash('sha256').update(
    `${process.version} ${process.platform} ${process.arch}\n`,
  );
  const inlined = Object.keys(env).filter((name) => name.startsWith('NEXT_PUBLIC_'));
  for (const name of inlined.sort()) hash.update(`${name}=${env[name] ?? ''}\n`);
  for (const file of await builtFiles(root)) {
    const content = await readFile(join(root, file));
    hash.update(`${file} ${String(content.length)}\n`).update(content);
  }
  return hash.digest('hex');
}

/** The files a build is made from, sorted, with `/` between folders on every system. */
export async function builtFiles(root: string): Promise<string[]> {
  const files = (await readdir(root)).filter((name) => ROOT_FILE.test(name));
  for (const folder of FOLDERS) {
    const inside = await readdir(join(root, folder), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => []);
    for (const entry of inside) {
      if (!entry.isFile() || NOT_BUILT.test(entry.name)) continue;
      files.push(join(entry.parentPath, entry.name).slice(root.length + 1));
    }
  }
  return files.map((file) => file.replaceAll('\\', '/')).sort();
}
