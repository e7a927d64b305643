import pino, { type DestinationStream, type Logger } from 'pino';
import { processWide } from '../process-wide';
import { errorFields } from './error-fields';

/**
 * The one logger of this process: JSON lines on standard output, made readable in the terminal of
 * `npm run dev`. `LOG_LEVEL` is one of trace, debug, info, warn, error, fatal, silent; info when it
 * is not set or is none of these.
 */
export const logger = (): Logger => processWide('logger', () => makeLogger(destination()));

/** Makes a logger that writes to a stream. */
export const makeLogger = (to: DestinationStream | undefined): Logger => {
  const options: pino.LoggerOptions = {
    level: levelOf(process.env.LOG_LEVEL),
    base: { service: 'roomlog', process: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    serializers: { err: errorFields },
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[not logged]' },
  };
  return to ? pino(options, to) : pino(options);
};

/** Never logged, whatever somebody hands over: what people wrote, sealed or not, and passwords. */
const secrets = ['title', 'note', 'reason', 'box', 'data', 'uri', 'mongodbUri', 'password'];

const levelOf = (wished: string | undefined): string =>
  wished !== undefined && (wished === 'silent' || wished in pino.levels.values) ? wished : 'info';

/** A terminal of a developer gets lines for people; everyone else JSON. */
const destination = (): DestinationStream | undefined =>
  process.env.NODE_ENV === 'development' && process.stdout.isTTY
    ? pino.transport({ target: 'pino-pretty' })
    : undefined;
