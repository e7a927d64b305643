import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { all, first, text, type Message } from './protobuf';

/** A span as a collector gets it. */
export type ReceivedSpan = {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for a root. */
  readonly parentId: string;
  /** Those whose value is text. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Ids of the spans it links to. */
  readonly links: readonly string[];
  readonly failed: boolean;
};

/** A collector on loopback that speaks OTLP over HTTP and keeps what it gets; closed after the file. */
export const startOtlpReceiver = async () => {
  const spans: ReceivedSpan[] = [];
  const requests: { readonly path: string; readonly headers: NodeJS.Dict<string | string[]> }[] =
    [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({ path: request.url ?? '', headers: request.headers });
      const body = Buffer.concat(chunks);
      const zipped = request.headers['content-encoding'] === 'gzip';
      spans.push(...spansIn(zipped ? gunzipSync(body) : body));
      response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, spans, requests };
};

/* The numbers of the fields are those of opentelemetry-proto, trace/v1 and common/v1. */
const spansIn = (request: Buffer): readonly ReceivedSpan[] =>
  all(request, 1).flatMap((resourceSpans) => {
    const attributes = attributesOf(first(resourceSpans, 1), 1);
    const service = attributes['service.name'] ?? '';
    return all(resourceSpans, 2)
      .flatMap((scopeSpans) => all(scopeSpans, 2))
      .map((span) => spanOf(span, service));
  });

const statusError = 2;

const spanOf = (span: Message, service: string): ReceivedSpan => ({
  service,
  traceId: first(span, 1).toString('hex'),
  spanId: first(span, 2).toString('hex'),
  parentId: first(span, 4).toString('hex'),
  name: text(span, 5),
  attributes: attributesOf(span, 9),
  links: all(span, 13).map((link) => first(link, 2).toString('hex')),
  failed: first(first(span, 15), 3)[0] === statusError,
});

const attributesOf = (message: Message, field: number): Readonly<Record<string, string>> =>
  Object.fromEntries(all(message, field).map((pair) => [text(pair, 1), text(first(pair, 2), 1)]));
