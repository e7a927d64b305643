import { NO_CONCURRENCY_CHECK } from '@event-driven-io/emmett';
import { beforeAll, describe, expect, test } from 'vitest';
import { append } from '@/domain/shared/command';
import { ana, ben, counting, sent, toy, type Toy } from '../testing/event-store/toy-commands';
import { openBeside, openStore, type OpenStore } from '../testing/event-store/toy-store';
import { counted, tally, type TallyRef } from '../testing/event-store/toy-streams';
import { appendEvents, type AppendEvents } from './append-to-stream';
import { streamNameOf, rememberedCommands } from './stream-document';

describe('Idempotent append, by command id', () => {
  let store: OpenStore;
  let elsewhere: OpenStore;
  beforeAll(async () => {
    store = await openStore();
    elsewhere = await openBeside(store);
  });
  const positionOf = async (stream: TallyRef) => (await store.readWhole(stream)).position;
  const inUse = { status: 'refused', refusal: { code: 'ID_IN_USE' }, kept: false };

  test('27: The same command twice in one group acts once, and both senders get the one answer', async () => {
    const [stream, command] = [tally(), sent()];
    const send = () => store.execute(counting(stream), command, ana);
    const [first, second] = await Promise.all([send(), send()]);
    expect(first).toMatchObject({ status: 'accepted', answer: { sums: [1] } });
    expect(second).toEqual(first);
    expect(await positionOf(stream)).toBe(1);
  });

  test('27: Message ids come from the command id, the stream and the position, so no two events share one', async () => {
    const [one, other] = [tally(), tally(undefined, 'shelf')];
    const twice = toy({
      reads: [one, other],
      decide: (streams) => ({
        status: 'accepted',
        answer: {},
        appends: streams.map((stream) => append(stream, counted(1), counted(1))),
        guards: [],
      }),
    });
    await store.execute(twice, sent(), ana);
    await store.execute(twice, sent(), ana);
    const events = [
      ...(await store.readWhole(one)).events,
      ...(await store.readWhole(other)).events,
    ];
    expect(new Set(events.map(({ metadata }) => metadata.messageId)).size).toBe(8);
  });

  test('28: Sent again right away it is stored once and answered as before, from any process', async () => {
    const [stream, command] = [tally(), sent()];
    const first = await store.execute(counting(stream), command, ana);
    expect(await store.execute(counting(stream), command, ana)).toEqual(first);
    expect(await elsewhere.execute(counting(stream), command, ana)).toEqual(first);
    expect(await positionOf(stream)).toBe(1);
  });

  const appendOf = (
    stream: TallyRef,
    notes: readonly string[],
    { commandId }: Toy,
  ): AppendEvents => ({
    type: 'AppendEvents',
    commandId,
    appends: [
      { stream, expected: NO_CONCURRENCY_CHECK, events: notes.map((note) => counted(1, note)) },
    ],
  });

  test('29: An unconditional append sent again is stored once', async () => {
    const [stream, command] = [tally(), sent()];
    const send = () => store.execute(appendEvents, appendOf(stream, ['a'], command), ana);
    expect(await send()).toEqual(await send());
    expect(await positionOf(stream)).toBe(1);
  });

  test('30: The same id with another wish or another expected version is refused (ID_IN_USE), never a second write; a new id is a new write', async () => {
    const [stream, command] = [tally(), sent('once')];
    await store.execute(counting(stream), command, ana);
    expect(await store.execute(counting(stream), sent('more', command.commandId), ana)).toEqual(
      inUse,
    );
    const onNew = { ...command, expectedPosition: 1 };
    expect(await store.execute(counting(stream), onNew, ana)).toEqual(inUse);
    expect(await positionOf(stream)).toBe(1);
    await store.execute(counting(stream), sent('once'), ana);
    expect(await positionOf(stream)).toBe(2);
  });

  test('31: A repeated append that holds one more event is refused whole (ID_IN_USE)', async () => {
    const [stream, command] = [tally(), sent()];
    await store.execute(appendEvents, appendOf(stream, ['a'], command), ana);
    const longer = appendOf(stream, ['a', 'b'], command);
    expect(await store.execute(appendEvents, longer, ana)).toEqual(inUse);
    expect(await positionOf(stream)).toBe(1);
  });

  test(`32: The window is the last ${rememberedCommands} commands of the stream: a repeat inside it is answered, not stored; one after it is another event`, async () => {
    const [stream, command] = [tally(), sent()];
    const first = await store.execute(counting(stream), command, ana);
    for (let later = 1; later < rememberedCommands; later += 1) {
      await store.execute(counting(stream), sent(), ana);
    }
    expect(await store.execute(counting(stream), command, ana)).toEqual(first);
    expect(await positionOf(stream)).toBe(rememberedCommands);
    await store.execute(counting(stream), sent(), ana);
    await store.execute(counting(stream), command, ana);
    expect(await positionOf(stream)).toBe(rememberedCommands + 2);
    const { events } = await store.readWhole(stream);
    expect(new Set(events.map(({ metadata }) => metadata.messageId)).size).toBe(events.length);
  });

  test('A command is remembered by its home alone, so that other streams keep their own 20', async () => {
    const [home, other] = [tally(), tally()];
    await store.execute(counting(home, other), sent(), ana);
    const commandsOf = async ({ id }: TallyRef) => {
      const filter = { streamName: `tally:${id}` };
      return (await store.collectionOf('tally').findOne(filter))?.metadata.commands;
    };
    expect(await commandsOf(home)).toHaveLength(1);
    expect(await commandsOf(other)).toEqual([]);
  });

  test('33: A repeat gets the first answer although the stream has moved on meanwhile', async () => {
    const [stream, command] = [tally(), sent()];
    const first = await store.execute(counting(stream), command, ana);
    await elsewhere.execute(counting(stream), sent(), ben);
    expect(await store.execute(counting(stream), command, ana)).toEqual(first);
    expect(first).toMatchObject({
      answer: { sums: [1] },
      positions: { [streamNameOf(stream)]: 1 },
    });
    expect(await positionOf(stream)).toBe(2);
  });

  test('33: A kept refusal is answered again as it was, and kept once', async () => {
    const stream = tally();
    const refusing = toy({
      reads: [stream],
      decide: ([s]) => ({ code: 'OFF_THE_GRID', gridMinutes: 15 + (s?.position ?? 0) }),
      refused: (_, [s]) => (s ? [append(s, counted(0))] : []),
    });
    const command = sent();
    const first = await store.execute(refusing, command, ana);
    expect(first).toEqual({
      status: 'refused',
      refusal: { code: 'OFF_THE_GRID', gridMinutes: 15 },
      kept: true,
    });
    expect(await store.execute(refusing, command, ana)).toEqual(first);
    expect(await positionOf(stream)).toBe(1);
  });

  test("33: Another actor with the same id gets ID_IN_USE, not the first one's answer", async () => {
    const [stream, command] = [tally(), sent()];
    await store.execute(counting(stream), command, ana);
    expect(await store.execute(counting(stream), command, ben)).toEqual(inUse);
    expect(await positionOf(stream)).toBe(1);
  });
});
