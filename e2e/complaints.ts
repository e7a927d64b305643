import type { BrowserContext } from '@playwright/test';

/** What a browser complained of: its console, errors in scripts, requests that failed. */
export type Complaints = {
  /** Listens to all pages of a browser. */
  readonly listenTo: (context: BrowserContext) => void;
  /** Says that a complaint belongs to the journey; one that then does not come is a complaint too. */
  readonly expect: (complaint: RegExp) => void;
  /** What nobody expected, and what was expected and did not come. */
  readonly left: () => readonly string[];
};

/**
 * Whoever goes on to another page stops what the last one was still loading. With scripts switched
 * off the browser calls each script forbidden; what the policy forbids is in the console besides.
 */
const harmless = new Set(['net::ERR_ABORTED', 'csp']);

/** Starts with none. */
export const noComplaints = (): Complaints => {
  const heard: string[] = [];
  const expected: RegExp[] = [];
  return {
    listenTo: (context) => {
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) {
          heard.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
        }
      });
      context.on('weberror', (error) => heard.push(`script: ${String(error.error())}`));
      context.on('requestfailed', (request) => {
        const why = request.failure()?.errorText ?? '';
        if (!harmless.has(why)) heard.push(`${why}: ${request.url()}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400) heard.push(`${response.status()}: ${response.url()}`);
      });
    },
    expect: (complaint) => expected.push(complaint),
    left: () => [
      ...heard.filter((complaint) => !expected.some((pattern) => pattern.test(complaint))),
      ...expected
        .filter((pattern) => !heard.some((complaint) => pattern.test(complaint)))
        .map((pattern) => `not heard: ${String(pattern)}`),
    ],
  };
};
