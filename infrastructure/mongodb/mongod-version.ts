/** A version of the MongoDB server, and the two rules by which one is chosen for a data folder. */
export type MongodVersion = {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
};

/** Reads `6.0.5` or the output of `mongod --version`; undefined when there is no version in it. */
export function parseMongodVersion(text: string): MongodVersion | undefined {
  const found = /(?:^|version v)(\d+)\.(\d+)\.(\d+)/m.exec(text);
  if (!found) return undefined;
  return { major: Number(found[1]), minor: Number(found[2]), patch: Number(found[3]) };
}

/** `6.0.5` */
export function versionText({ major, minor, patch }: MongodVersion): string {
  return `${String(major)}.${String(minor)}.${String(patch)}`;
}

/** The version of the files a server writes and reads, `6.0`: MongoDB's featureCompatibilityVersion. */
export function dataSeries({ major, minor }: MongodVersion): string {
  return `${String(major)}.${String(minor)}`;
}

/**
 * Why this server must not run on that data; undefined when it may.
 * MongoDB reads the data of its own and of the preceding major version, never that of a newer one.
 *
 * @param server version of the mongod at hand
 * @param data version of the mongod that last wrote the folder; undefined for an empty folder
 *
 * @example unfit(6.0.5, 8.2.6) // 'it is 6.0.5, older than the 8.2.6 that wrote the data'
 */
export function unfit(server: MongodVersion, data: MongodVersion | undefined): string | undefined {
  const is = `it is ${versionText(server)}`;
  if (server.major < 6) return `${is}; 6.0 or later is needed`;
  if (!data) return undefined;
  const wrote = `the ${versionText(data)} that wrote the data`;
  if (server.major < data.major || (server.major === data.major && server.minor < data.minor)) {
    return `${is}, older than ${wrote}`;
  }
  if (server.major > data.major + 1) {
    return `${is}, more than one major version after ${wrote}`;
  }
  return undefined;
}
