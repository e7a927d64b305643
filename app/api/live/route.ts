import { z } from 'zod';
import { background } from '@/infrastructure/app-background';
import type { LiveChange } from '@/infrastructure/live-feed';

export const dynamic = 'force-dynamic';

const afterSchema = z.coerce.number().int().nonnegative();
/** Often enough that no proxy in between takes the connection for dead. */
const heartbeatMs = 15_000;
/** When the connection breaks, browsers try again after this. */
const retryMs = 1000;

/**
 * GET /api/live?after=<position>: server-sent events about what the log takes in after a position
 * (or after `Last-Event-ID`). `changes` holds which streams grew, `look-again` that too much was
 * missed to be told. The id of each event is the position reached. 400 for no position.
 */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const after = afterSchema.safeParse(
    request.headers.get('last-event-id') ?? searchParams.get('after') ?? undefined,
  );
  if (!after.success) return new Response('after must be a position of the log\n', { status: 400 });
  const { feed } = await background();
  let leave: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const send = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          leave(); // The browser is gone.
        }
      };
      send(`retry: ${retryMs}\n\n`);
      const heartbeat = setInterval(send, heartbeatMs, ': still here\n\n');
      const unlisten = feed.listen(after.data, {
        changes: (changes) => {
          send(eventOf('changes', changes.at(-1)?.position ?? after.data, changes));
        },
        lookAgain: (position) => {
          send(eventOf('look-again', position, []));
        },
        end: () => {
          clearInterval(heartbeat);
          controller.close();
        },
      });
      leave = () => {
        clearInterval(heartbeat);
        unlisten();
      };
    },
    cancel: () => {
      leave();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}

const encoder = new TextEncoder();

const eventOf = (name: string, position: number, changes: readonly LiveChange[]) =>
  `id: ${position}\nevent: ${name}\ndata: ${JSON.stringify(changes)}\n\n`;
