import type { LiveChange } from '@/infrastructure/live-feed';
import { listenToServer } from './live-events';

/** What tabs of one browser tell each other. */
type Message =
  | { readonly kind: 'changes'; readonly changes: readonly LiveChange[]; readonly position: number }
  | { readonly kind: 'look again'; readonly position: number }
  | { readonly kind: 'connected'; readonly connected: boolean }
  /** A tab that came late knows what came up to here. */
  | { readonly kind: 'hello'; readonly position: number };

/** What a tab is told. */
export type LiveTold = {
  readonly changes: (changes: readonly LiveChange[]) => void;
  readonly lookAgain: () => void;
  readonly connected: (connected: boolean) => void;
};

const name = 'roomlog-live';
/** So many changes are kept for tabs that come late. */
const kept = 500;

/**
 * The one connection of a browser, shared by its tabs: browsers allow six to a server, and each tab
 * would take one for good. The tab that holds the lock has it and tells the others. A hidden tab
 * takes no part, and catches up when it is seen again. Where the browser has no locks (plain http
 * on another machine), each tab has a connection of its own.
 */
export const linkLive = (after: number, told: LiveTold): (() => void) => {
  const channel = new BroadcastChannel(name);
  let position = after;
  let recent: readonly LiveChange[] = [];
  let since = after;
  let stopTakingPart: (() => void) | undefined;

  const take = (message: Message) => {
    if (message.kind === 'connected') told.connected(message.connected);
    if (message.kind === 'changes') {
      const fresh = message.changes.filter((change) => change.position > position);
      position = Math.max(position, message.position);
      if (fresh.length > 0) told.changes(fresh);
    }
    if (message.kind === 'look again') {
      position = message.position;
      told.lookAgain();
    }
  };
  const tellAll = (message: Message) => {
    take(message);
    channel.postMessage(message);
  };
  const answer = (late: number) => {
    const missed = recent.filter((change) => change.position > late);
    const known = late >= since;
    channel.postMessage(
      known ? { kind: 'changes', changes: missed, position } : { kind: 'look again', position },
    );
    channel.postMessage({ kind: 'connected', connected: true });
  };
  const lead = () => {
    recent = [];
    since = position;
    channel.addEventListener('message', answerHello);
    const close = listenToServer(position, {
      changes: (changes, reached) => {
        recent = [...recent, ...changes].slice(-kept);
        if (recent.length === kept) since = (recent[0]?.position ?? since) - 1;
        tellAll({ kind: 'changes', changes, position: reached });
      },
      lookAgain: (reached) => {
        recent = [];
        since = reached;
        tellAll({ kind: 'look again', position: reached });
      },
      connected: (connected) => {
        tellAll({ kind: 'connected', connected });
      },
    });
    return () => {
      channel.removeEventListener('message', answerHello);
      close();
    };
  };
  const answerHello = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'hello') answer(data.position);
  };
  const takePart = () => {
    channel.addEventListener('message', hear);
    channel.postMessage({ kind: 'hello', position });
    const stopLeading = whileLeader(lead);
    stopTakingPart = () => {
      channel.removeEventListener('message', hear);
      stopLeading();
    };
  };
  const hear = ({ data }: MessageEvent<Message>) => {
    take(data);
  };
  const seen = () => {
    if (document.hidden) {
      stopTakingPart?.();
      stopTakingPart = undefined;
    } else if (!stopTakingPart) takePart();
  };
  document.addEventListener('visibilitychange', seen);
  seen();
  return () => {
    document.removeEventListener('visibilitychange', seen);
    stopTakingPart?.();
    channel.close();
  };
};

/** Leads while this tab holds the lock of all tabs; ends with the returned function. */
const whileLeader = (lead: () => () => void): (() => void) => {
  if (!('locks' in navigator)) return lead();
  const over = new AbortController();
  const until = new Promise<void>((resolve) => {
    over.signal.addEventListener('abort', () => {
      resolve();
    });
  });
  const leading = async () => {
    const stop = lead();
    await until;
    stop();
  };
  navigator.locks.request(name, { signal: over.signal }, leading).catch(() => undefined);
  return () => {
    over.abort();
  };
};
