/**
 * A program of its own, so that find-mongod.ts can end it when the site does not answer:
 * `node download-mongod.mjs <folder> <version>` downloads MongoDB from its maker and prints, as the
 * last line, `mongod: <path>`.
 */
const [folder, version] = process.argv.slice(2);

// Read by the library when it is loaded: check the certificate, fail at once, no other sources.
process.env.npm_config_strict_ssl = 'true';
process.env.MONGOMS_MAX_RETRIES = '1';
process.env.MONGOMS_PREFER_GLOBAL_PATH = 'false';
process.env.MONGOMS_DOWNLOAD_DIR = folder;

const { MongoBinary } = await import('mongodb-memory-server-core');
try {
  console.log(`mongod: ${await MongoBinary.getPath({ downloadDir: folder, version })}`);
} catch (error) {
  console.log(String(error.message ?? error).replace(/\s+/g, ' '));
  process.exitCode = 1;
}
