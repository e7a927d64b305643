import autocannon from 'autocannon';
import { percentile } from './statistics';

/** What a server did with a page in one round. */
export type PageLoad = {
  readonly requestsPerSecond: number;
  /** Milliseconds in which 95 of 100 answers came. */
  readonly p95: number;
};

const connections = 8;
const seconds = 2;

/**
 * Asks for one page over and over from a few connections for two seconds. Throws when an answer has
 * another status than it should, or does not come.
 */
export const loadPage = async (url: string, status: number, cookie: string): Promise<PageLoad> => {
  const times: number[] = [];
  const wrong = new Set<number>();
  const { errors, timeouts, duration } = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = { url, connections, duration: seconds, headers: { cookie } };
    const done = (error: unknown, result: autocannon.Result) => {
      if (error) reject(error instanceof Error ? error : new Error(`${url} could not be asked`));
      else resolve(result);
    };
    const run = autocannon(options, done);
    run.on('response', (_client, statusCode, _bytes, milliseconds) => {
      if (statusCode === status) times.push(milliseconds);
      else wrong.add(statusCode);
    });
  });
  if (wrong.size > 0) throw new Error(`${url} answered ${[...wrong].join(', ')}, not ${status}`);
  if (errors + timeouts > 0 || times.length === 0) throw new Error(`${url} did not always answer`);
  return { requestsPerSecond: times.length / duration, p95: percentile(times, 0.95) };
};
