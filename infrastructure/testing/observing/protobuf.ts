/** A message in Protocol Buffers' wire format. */
export type Message = Buffer;

/** Every value of a field that is a message, a text or bytes; numbers as their bytes. */
export const all = (message: Message, field: number): readonly Message[] =>
  [...fieldsOf(message)].filter(([number]) => number === field).map(([, value]) => value);

/** The first of them; empty when there is none. */
export const first = (message: Message, field: number): Message =>
  all(message, field)[0] ?? Buffer.alloc(0);

/** The first as text. */
export const text = (message: Message, field: number): string => first(message, field).toString();

function* fieldsOf(message: Message): Generator<readonly [field: number, value: Message]> {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = message[at++] ?? 0;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  const taken = (length: number) => message.subarray(at, (at += length));
  while (at < message.length) {
    const key = varint();
    const field = Math.floor(key / 8);
    const begin = at;
    switch (key % 8) {
      case 0:
        varint();
        yield [field, message.subarray(begin, at)];
        break;
      case 1:
        yield [field, taken(8)];
        break;
      case 2:
        yield [field, taken(varint())];
        break;
      case 5:
        yield [field, taken(4)];
        break;
      default:
        throw new Error(`Not Protocol Buffers: wire type ${key % 8}`);
    }
  }
}
