import type { APIResponse, Page, Request } from '@playwright/test';

/** What the browser sends when a form is sent, caught before it leaves; its console complains. */
export const caught = async (page: Page, send: () => Promise<void>): Promise<Request> => {
  const address = page.url();
  await page.route(address, (route) =>
    route.request().method() === 'POST' ? route.abort('aborted') : route.continue(),
  );
  // Not when it is seen: a route that is taken away before it has answered lets the request pass.
  const stopped = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
  const complained = page.waitForEvent('console', (message) => neverSent.test(message.text()));
  await send();
  const request = await stopped;
  await complained;
  await page.unroute(address);
  return request;
};

/** What the browser says when its request was caught. */
export const neverSent = /TypeError: Failed to fetch/;

/** Sends a caught request by hand, with the cookies of this browser. */
export const sendAgain = async (
  page: Page,
  request: Request,
  origin = new URL(request.url()).origin,
): Promise<APIResponse> => {
  const { cookie: _, ...headers } = await request.allHeaders();
  return page.request.post(request.url(), {
    headers: { ...headers, origin },
    data: request.postDataBuffer() ?? Buffer.alloc(0),
    maxRedirects: 0,
  });
};
