import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll } from 'vitest';

/** What happens to one command on its way to the server. */
export type Verdict =
  | 'pass'
  /** The connection breaks before the server has seen it. */
  | 'cut before'
  /** The server carries it out, and the connection breaks before the answer arrives. */
  | 'cut after'
  /** It never reaches the server, and the connection stays open. */
  | 'swallow before'
  /** The server carries it out, and its answer never arrives; the connection stays open. */
  | 'swallow after';

/**
 * Decides over each command by its name (`find`, `commitTransaction`, …) and the collection it names,
 * empty for one that names none; may keep it waiting.
 */
export type Judge = (command: string, collection: string) => Verdict | Promise<Verdict>;

export type Proxy = {
  readonly uri: string;
  /** Replaces the judge; everything passes until one is set. */
  readonly judge: (judge: Judge) => void;
};

/** What drivers send of their own accord; it always passes. */
const housekeeping = new Set(['hello', 'ismaster', 'isMaster', 'ping', 'endSessions']);

/** Stands between a store and its server, and breaks or delays what it is told to. Gone after the file. */
export const startProxy = async (serverUri: string): Promise<Proxy> => {
  const target = new URL(serverUri);
  const sockets = new Set<Socket>();
  let judge: Judge = () => 'pass';
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', cut).on('close', cut);
    }
    let answers: 'arrive' | 'cut' | 'vanish' = 'arrive';
    upstream.on('data', (bytes) => {
      if (answers === 'arrive') client.write(bytes);
      if (answers === 'cut') cut();
    });
    let turn = Promise.resolve();
    eachMessage(client, (message) => {
      turn = turn.then(async () => {
        const { command, collection } = commandOf(message);
        const verdict = housekeeping.has(command) ? 'pass' : await judge(command, collection);
        if (verdict === 'cut after') answers = 'cut';
        if (verdict === 'swallow after') answers = 'vanish';
        if (verdict === 'cut before') cut();
        else if (verdict !== 'swallow before') upstream.write(message);
      });
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  afterAll(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const { port } = server.address() as AddressInfo;
  return {
    uri: `mongodb://127.0.0.1:${port}/${target.search}`,
    judge: (next) => {
      judge = next;
    },
  };
};

/** Does something at the moment the first such command is on its way: after the loads, before the write. */
export const meanwhile = (proxy: Proxy, command: string, action: () => Promise<unknown>) => {
  let done = false;
  proxy.judge(async (name): Promise<Verdict> => {
    if (name !== command || done) return 'pass';
    done = true;
    await action();
    return 'pass';
  });
};

const eachMessage = (socket: Socket, take: (message: Buffer) => void) => {
  let chunks: Buffer[] = [];
  let size = 0;
  let wanted = 4;
  socket.on('data', (bytes: Buffer) => {
    chunks.push(bytes);
    size += bytes.length;
    while (size >= wanted) {
      const waiting = Buffer.concat(chunks);
      const length = waiting.readInt32LE(0);
      if (size >= length) take(waiting.subarray(0, length));
      const rest = size >= length ? waiting.subarray(length) : waiting;
      chunks = [rest];
      size = rest.length;
      wanted = size >= 4 ? rest.readInt32LE(0) : 4;
    }
  });
};

const opMsg = 2013;
const firstElement = 25;
const isText = 2;

/** The first member of an OP_MSG's body is the command, often with a collection; older messages only greet. */
const commandOf = (message: Buffer) => {
  if (message.readInt32LE(12) !== opMsg) return { command: 'hello', collection: '' };
  const nameEnd = message.indexOf(0, firstElement + 1);
  const command = message.toString('utf8', firstElement + 1, nameEnd);
  if (message[firstElement] !== isText) return { command, collection: '' };
  const [start, length] = [nameEnd + 5, message.readInt32LE(nameEnd + 1)];
  return { command, collection: message.toString('utf8', start, start + length - 1) };
};
