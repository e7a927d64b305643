import { BSON, type Document } from 'mongodb';

/** A document as a line of canonical Extended JSON: read back it is the same to the byte. */
export const lineOf = (document: Document): string =>
  BSON.EJSON.stringify(document, { relaxed: false });

/** The document of such a line. Throws for what is no Extended JSON. */
export const documentOf = (line: string): Document =>
  BSON.EJSON.parse(line, { relaxed: false }) as Document;
