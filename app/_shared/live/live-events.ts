import type { LiveChange } from '@/infrastructure/live-feed';

/** What one connection hears. */
export type Heard = {
  readonly changes: (changes: readonly LiveChange[], position: number) => void;
  readonly lookAgain: (position: number) => void;
  readonly connected: (connected: boolean) => void;
};

/** A server that answered with an error is asked again after this; the browser does not do so itself. */
const askAgainMs = 3000;

/**
 * Listens to the server's events after a position, and connects again by itself, until the returned
 * function is called.
 */
export const listenToServer = (after: number, heard: Heard): (() => void) => {
  let position = after;
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(`/api/live?after=${position}`);
    source.addEventListener('open', () => {
      heard.connected(true);
    });
    source.addEventListener('error', () => {
      heard.connected(false);
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, askAgainMs);
    });
    source.addEventListener('changes', (event: MessageEvent<string>) => {
      position = Number(event.lastEventId);
      heard.changes(JSON.parse(event.data) as readonly LiveChange[], position);
    });
    source.addEventListener('look-again', (event: MessageEvent<string>) => {
      position = Number(event.lastEventId);
      heard.lookAgain(position);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
};
