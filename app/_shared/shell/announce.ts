const announcement = 'roomlog:announce';

/** So long something is left to be said in peace. */
const quietMs = 4000;
let saidAt = -Infinity;

/** Has a screen reader say this when it is next idle; for what happened without a new page. */
export const announce = (text: string): void => {
  saidAt = Date.now();
  window.dispatchEvent(new CustomEvent(announcement, { detail: text }));
};

/** The same for what may go unsaid: not just after something else was. */
export const announceAside = (text: string): void => {
  if (Date.now() - saidAt >= quietMs) announce(text);
};

/** Calls `say` with each announcement until the returned function is called. */
export const onAnnouncement = (say: (text: string) => void): (() => void) => {
  const listen = (event: Event) => {
    if (event instanceof CustomEvent && typeof event.detail === 'string') say(event.detail);
  };
  window.addEventListener(announcement, listen);
  return () => {
    window.removeEventListener(announcement, listen);
  };
};
