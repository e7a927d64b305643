import { stampOf } from '../event-log/commit-stamps';
import type { LogEntry } from '../event-log/log-documents';
import { sameJson } from '../event-store/same-json';
import { rememberedCommands, type StreamDocument } from '../event-store/stream-document';
import type { Break, Breaks } from './breaks';
import { readRemembered } from './remembered';
import { streamsNamed, streamTypes, type ProofSource } from './source';

/** What one command wrote, as the log has it. */
export type CommitInLog = {
  readonly id: string;
  readonly commandId: string;
  readonly size: number;
  /** Where the log has its last event. */
  readonly logPosition: number;
  /** Its last event in each stream. */
  readonly ends: ReadonlyMap<string, number>;
};

/** What of a stream's document tells about the commands that grew it. */
export type GrownHead = Pick<StreamDocument, 'streamName'> & {
  readonly metadata: Pick<
    StreamDocument['metadata'],
    'streamPosition' | 'commands' | 'imported' | 'lastWrite'
  >;
};

const head = {
  streamName: 1,
  ...{ 'metadata.streamPosition': 1, 'metadata.commands': 1 },
  ...{ 'metadata.imported': 1, 'metadata.lastWrite': 1 },
};

/** About so many streams are looked up together. */
const atOnce = 200;

/**
 * Goes through the log commit by commit: a stream remembers the command of each, and all streams it
 * grew agree on which write that was. Keeps some commits in memory at a time.
 */
export class CommitsRemembered {
  #commit: (CommitInLog & { readonly entries: number }) | undefined;
  #whole: CommitInLog[] = [];
  readonly #names = new Set<string>();

  constructor(
    private readonly source: ProofSource,
    private readonly breaks: Breaks,
  ) {}

  /** Takes the next entry; one that is broken by itself, or whose commit is, tells nothing here. */
  async take({ _id: logPosition, event }: LogEntry): Promise<void> {
    const { streamName, streamPosition, causationId: commandId } = event.metadata;
    const { id, size } = stampOf(event);
    const before = this.#commit?.id === id ? this.#commit : undefined;
    const ends = new Map(before?.ends).set(streamName, streamPosition);
    const entries = (before?.entries ?? 0) + 1;
    this.#commit = { id, commandId, size, logPosition, ends, entries };
    if (entries !== size) return;
    this.#whole.push(this.#commit);
    for (const name of ends.keys()) this.#names.add(name);
    if (this.#names.size >= atOnce) await this.lookUp();
  }

  /** Looks at the commits that are left. */
  async lookUp(): Promise<void> {
    const commits = this.#whole;
    const names = [...this.#names];
    this.#whole = [];
    this.#names.clear();
    const heads = new Map<string, GrownHead>();
    for (const type of streamTypes) {
      const ofType = names.filter((name) => name.startsWith(`${type}:`));
      if (ofType.length === 0) continue;
      const found = await streamsNamed<GrownHead>(this.source, type, ofType, head);
      for (const [name, document] of found) heads.set(name, document);
    }
    for (const commit of commits) this.breaks.add(commitBreaks(commit, heads));
  }
}

/**
 * What is wrong with what the documents say of one commit. Nothing is said of what was imported or
 * where a stream is not there as far: of imports nothing is remembered, and the rest is told elsewhere.
 */
export const commitBreaks = (
  commit: CommitInLog,
  heads: ReadonlyMap<string, GrownHead>,
): readonly Break[] => {
  const grown = [...commit.ends].map(([stream, end]) => ({ stream, end, head: heads.get(stream) }));
  const told = grown.flatMap(({ stream, end, head }) =>
    head && Number(head.metadata.streamPosition) >= end && (head.metadata.imported ?? 0) < end
      ? [{ stream, end, ...head.metadata }]
      : [],
  );
  if (told.length < grown.length) return [];
  return [...notRemembered(commit, told), ...ofOtherWrites(commit, told)];
};

type Grown = GrownHead['metadata'] & { readonly stream: string; readonly end: number };

const notRemembered = (
  { commandId, logPosition, ends }: CommitInLog,
  grown: readonly Grown[],
): readonly Break[] => {
  let mayBeDropped = false;
  for (const { stream, end, commands } of grown) {
    const all = readRemembered(commands);
    if (typeof all === 'string') return [];
    const found = all.find(
      (known) => known.commandId === commandId && known.positions[stream] === end,
    );
    if (found) {
      if (sameJson(found.positions, Object.fromEntries(ends))) return [];
      const what = `it remembers command ${commandId}, but not where all its streams stood`;
      return [{ kind: 'command', stream, logPosition, what }];
    }
    const oldest = all[0]?.positions[stream] ?? 0;
    if (all.length >= rememberedCommands && oldest > end) mayBeDropped = true;
  }
  if (mayBeDropped) return [];
  const [first] = grown;
  const what = `no stream remembers command ${commandId}, which caused event ${first?.end ?? 0}`;
  return [{ kind: 'command', stream: first?.stream, logPosition, what }];
};

/** Streams that still stand where the commit left them were all grown last by the same write. */
const ofOtherWrites = ({ logPosition, ends }: CommitInLog, grown: readonly Grown[]) => {
  const last = grown.filter(({ end, streamPosition }) => Number(streamPosition) === end);
  const [first] = last;
  if (!first) return [];
  return last.flatMap(({ stream, lastWrite }): readonly Break[] => {
    const broken = (what: string): readonly Break[] => [
      { kind: 'stream', stream, logPosition, what },
    ];
    if (!sameJson({ lastWrite }, { lastWrite: first.lastWrite })) {
      return broken(`its document names another last write than that of ${first.stream}`);
    }
    if (!lastWrite || lastWrite.streams >= ends.size) return [];
    return broken(`its document says its last write grew fewer streams than ${ends.size}`);
  });
};
