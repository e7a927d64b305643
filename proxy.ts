import { NextResponse, type NextRequest } from 'next/server';
import { doneCookie } from './app/_shared/done-cookie';
import { requestIdHeader, requestIdOf } from './app/_shared/request-id';

/**
 * Runs before every page and action: refuses what another site makes a browser send, says what a page
 * may load and run, and gives the request its id.
 */
export function proxy(request: NextRequest): NextResponse {
  if (writes.has(request.method) && !isSameOrigin(request)) {
    return new NextResponse('Sent from another site.\n', {
      status: 403,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', ...securityHeaders },
    });
  }
  const nonce = crypto.randomUUID();
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and gives it to its own scripts.
  headers.set('Content-Security-Policy', policy);
  const requestId = requestIdOf(request.headers.get(requestIdHeader));
  headers.set(requestIdHeader, requestId);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set(requestIdHeader, requestId);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  // This page tells what was done; the next one, or this one loaded again, does not. Written by hand:
  // a cookie taken away by `response.cookies` is hidden from this page too.
  if (request.method === 'GET' && request.cookies.has(doneCookie)) {
    response.headers.append('Set-Cookie', `${doneCookie}=; Path=/; Max-Age=0`);
  }
  return response;
}

/** All but the build's own files, which never change and hold nothing of anyone. */
export const config = { matcher: '/((?!_next/static|icon.svg).*)' };

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Browsers name the origin of every write; Next lets one without it pass, so it is asked for here.
 * `x-forwarded-host` is what Next compares with, and only a proxy of ours may set it.
 */
const isSameOrigin = (request: NextRequest): boolean => {
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  if (!origin || !host || !URL.canParse(origin)) return false;
  return new URL(origin).host === host;
};

/**
 * Scripts run with this request's nonce only. Style attributes are allowed: the server writes the
 * place of a block into the page with them.
 */
const contentSecurityPolicy = (nonce: string): string => {
  const development = process.env.NODE_ENV === 'development';
  const styles = development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
};

const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
} as const;
