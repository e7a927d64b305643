const announcement = 'roomlog:announce';

/** Has a screen reader say this when it is next idle; for what happened without a new page. */
export const announce = (text: string): void => {
  window.dispatchEvent(new CustomEvent(announcement, { detail: text }));
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
