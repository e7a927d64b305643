/**
 * The cookie that holds which command was just carried out, for the page its form leads to: that page
 * tells it, once. Where the page is loaded, `proxy.ts` takes the cookie away with it; where scripts
 * run the answer to the form holds the page, and the notice itself takes it away.
 */
export const doneCookie = 'done';
