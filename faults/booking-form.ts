import { parse } from 'node-html-parser';

/** A booking form as a browser without scripts has it: where to send it, and its hidden fields. */
export type BookingForm = {
  readonly path: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly reservationId: string;
};

/** What came of sending it. */
export type Sent =
  | { readonly result: 'acknowledged' }
  | { readonly result: 'refused'; readonly code: string }
  /** The server could not say: it is to be sent again, with the same ids. */
  | { readonly result: 'again' };

const cookie = 'member=ana.ruiz';
const answerMs = 30_000;
/** After these nothing was decided, or nobody knows. */
const undecided = ['BUSY', 'UNAVAILABLE', 'OUTCOME_UNKNOWN'];

/** Opens a room's day and takes the form from it. Throws when the server does not answer. */
export const openForm = async (server: string, path: string): Promise<BookingForm> => {
  const answer = await fetch(`${server}${path}`, {
    headers: { cookie },
    signal: AbortSignal.timeout(answerMs),
  });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  const form = parse(await answer.text()).querySelector('form[aria-label^="Book "]');
  const inputs = form?.querySelectorAll('input[type="hidden"]') ?? [];
  const hidden = Object.fromEntries(
    inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
  );
  const { reservationId } = hidden;
  if (!reservationId) throw new Error(`${path} has no booking form`);
  return { path, hidden, reservationId };
};

/** Sends the form as a browser without scripts does. Never throws: a broken connection is `again`. */
export const sendForm = async (
  server: string,
  { path, hidden, reservationId }: BookingForm,
  typed: Readonly<Record<string, string>>,
): Promise<Sent> => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...hidden, ...typed })) body.set(name, value);
  try {
    const answer = await fetch(`${server}${path}`, {
      method: 'POST',
      body,
      headers: { cookie, origin: server },
      redirect: 'manual',
      signal: AbortSignal.timeout(answerMs),
    });
    const text = await answer.text();
    if (answer.status === 303) {
      const location = answer.headers.get('location') ?? '';
      return location.includes(reservationId) ? { result: 'acknowledged' } : { result: 'again' };
    }
    if (answer.status >= 500) return { result: 'again' };
    const code = /<code[^>]*>([A-Z]+(?:_[A-Z]+)+)<\/code>/.exec(text)?.[1] ?? 'INVALID';
    return undecided.includes(code) ? { result: 'again' } : { result: 'refused', code };
  } catch {
    return { result: 'again' };
  }
};
