import { NextRequest } from 'next/server';
import { describe, expect, test } from 'vitest';
import { proxy } from './proxy';

const sent = (method: string, headers: Record<string, string>) =>
  proxy(new NextRequest('http://127.0.0.1:3000/rooms', { method, headers }));

const host = '127.0.0.1:3000';

describe('A write', () => {
  test('from a page of ours goes on', () => {
    expect(sent('POST', { host, origin: 'http://127.0.0.1:3000' }).status).toBe(200);
  });

  test.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:4000' }],
    ['a page without an address', { origin: 'null' }],
    ['nobody knows where', {}],
  ])('from %s is refused', async (_from, headers) => {
    const response = sent('POST', { host, ...headers });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('another site');
  });

  test('behind a proxy is compared with the host the proxy was asked for', () => {
    const headers = { host: 'inside:3000', 'x-forwarded-host': 'rooms.example' };
    expect(sent('POST', { ...headers, origin: 'https://rooms.example' }).status).toBe(200);
    expect(sent('POST', { ...headers, origin: 'http://inside:3000' }).status).toBe(403);
  });
});

describe('A page', () => {
  const policyOf = () => sent('GET', { host }).headers.get('Content-Security-Policy') ?? '';

  test('runs only scripts that carry its own nonce', () => {
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policyOf())?.[1];
    expect(nonce).toMatch(/^[0-9a-f-]{36}$/);
    expect(policyOf()).not.toContain(nonce);
    expect(policyOf()).not.toContain("script-src 'unsafe-inline'");
  });

  test('may be framed by nobody, and its types are not guessed', () => {
    const { headers } = sent('GET', { host });
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });
});

describe('A request', () => {
  const idOf = (headers: Record<string, string>) =>
    sent('GET', { host, ...headers }).headers.get('x-request-id');

  test('that brings a well-formed id keeps it', () => {
    expect(idOf({ 'x-request-id': 'edge-7.f3_a2c4' })).toBe('edge-7.f3_a2c4');
  });

  test.each([
    ['none', {}],
    ['one too short to tell requests apart', { 'x-request-id': '7' }],
    ['one with more than letters and digits', { 'x-request-id': 'id {"level":"fatal"}' }],
    ['one too long to be an id', { 'x-request-id': 'a'.repeat(65) }],
  ])('that brings %s gets an id of its own', (_what, headers) => {
    expect(idOf(headers)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
    expect(idOf(headers)).not.toBe(idOf(headers));
  });
});

describe('What was just done', () => {
  const done = { host, origin: 'http://127.0.0.1:3000', cookie: 'done=1; member=ana.ruiz' };
  const taken = (method: string) => sent(method, done).headers.getSetCookie();

  test('is told by one page: its cookie goes with it, and no other does', () => {
    expect(taken('GET')).toEqual(['done=; Path=/; Max-Age=0']);
  });

  test('is left for that page to read', () => {
    expect(sent('GET', done).headers.get('x-middleware-set-cookie')).toBeNull();
  });

  test('waits while something else is sent', () => {
    expect(taken('POST')).toEqual([]);
  });
});
