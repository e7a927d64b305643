import type { Accepted, Append, DecisionContext } from '@/domain/shared/command';
import { isRefusal, type Refusal } from '@/domain/shared/refusal';
import type { Recorded, StreamRef } from '@/domain/shared/stream';
import { recordedEvents, type Commit } from './event-metadata';
import { fingerprintOf } from './fingerprint';
import type { Group } from './group';
import { importedEvents, isImport } from './import-events';
import type { Job } from './job';
import type { Outcome } from './outcome';
import { isRange, rangeKey } from './overlay';
import { collect, flat, namedNext, nothingRead, standsIn, type ReadSet } from './read-set';
import { streamNameOf, type RememberedCommand } from './stream-document';
import type { StreamEntry } from './stream-entry';

/** What a command of this group may know beside its streams. */
export const contextOf = ({ instant }: Group, { context }: Job): DecisionContext => ({
  actor: context.actor,
  now: instant,
});

/**
 * Decides one command on the states the ones before it left, and leaves its own for the ones after.
 * What was read `ahead` for it is used unless one before it has changed that; streams that only
 * those states name are loaded late, in the same snapshot. The group changes only at the end: a
 * command that throws leaves nothing behind.
 */
export const decideJob = async (group: Group, job: Job, ahead?: ReadSet): Promise<Outcome> => {
  const { definition, command } = job;
  const context = contextOf(group, job);
  const stands = ahead && standsIn(group.overlay, ahead);
  const read = stands ? ahead : await readAll(group, job, context);
  const newer = [...read.entries.values()].find((entry) => entry.newer);
  if (newer) return refused({ code: 'NEWER_VERSION', stream: newer.streamName });

  const before = sentBefore(group, job);
  if (before) return before;
  const { position } = group.overlay.entry(definition.home(command));
  if (command.expectedPosition !== undefined && command.expectedPosition !== position) {
    return refused({ code: 'CHANGED_MEANWHILE', position });
  }

  const decision = definition.decide(command, read.loaded, context);
  if (!isRefusal(decision)) return carryOut(group, job, read, decision);
  const appends = definition.refused?.(command, decision, read.loaded, context) ?? [];
  if (appends.length === 0) return refused(decision);
  const { now, keptRefusals } = group;
  if (!(await keptRefusals.mayKeep(context.actor.id, now))) return refused(decision);
  const result = { status: 'refused', refusal: decision } as const;
  const kept = await stage(group, job, read, appends, result);
  keptRefusals.add(context.actor.id, now);
  for (const entry of kept.entries) group.overlay.put(entry);
  return { ...result, kept: true };
};

const carryOut = async (
  group: Group,
  job: Job,
  read: ReadSet,
  { answer, appends, guards }: Accepted,
): Promise<Outcome> => {
  assertGuarded(read, guards);
  const result = { status: 'accepted', answer } as const;
  const staged = await stage(group, job, read, appends, result);
  for (const entry of staged.entries) group.overlay.put(entry);
  group.guard(guards);
  return { ...result, positions: staged.positions };
};

const readAll = async (
  { overlay }: Group,
  { definition, command }: Job,
  context: DecisionContext,
): Promise<ReadSet> => {
  const home = definition.home(command);
  await overlay.load([home]);
  let read = nothingRead;
  while (!read.complete) {
    const named = namedNext(definition, command, context, read);
    await overlay.load(flat(named));
    read = collect(overlay, home, named, read);
  }
  return read;
};

const sentBefore = (group: Group, { definition, command, context }: Job): Outcome | undefined => {
  const home = group.overlay.entry(definition.home(command));
  const earlier = [...home.newRemembered, ...home.remembered].find(
    (remembered) => remembered.commandId === command.commandId,
  );
  if (!earlier) return undefined;
  const same =
    earlier.actorId === context.actor.id && earlier.fingerprint === fingerprintOf(command);
  if (!same) return refused({ code: 'ID_IN_USE' });
  return earlier.result.status === 'accepted'
    ? { ...earlier.result, positions: earlier.positions }
    : { ...earlier.result, kept: true };
};

type Staged = {
  readonly entries: readonly StreamEntry[];
  readonly positions: { readonly [streamName: string]: number };
};

const stage = async (
  group: Group,
  job: Job,
  { entries: read }: ReadSet,
  appends: readonly Append[],
  result: RememberedCommand['result'],
): Promise<Staged> => {
  const { command, definition } = job;
  const { overlay } = group;
  const { projectionOf } = overlay.from;
  const grown = new Map<StreamEntry, Recorded[]>();
  const byName = new Map(appends.map(({ stream }) => entryNamed(read, stream)));
  const endOf = (streamName: string) => byName.get(streamName) ?? { position: 0, lastHash: null };
  const imports = isImport(definition);
  const recorded = imports
    ? importedEvents(appends, endOf, projectionOf)
    : recordedEvents(commitOf(group, job, read), appends, endOf, projectionOf);
  for (const [streamName, event] of recorded) {
    const entry = byName.get(streamName);
    if (entry) grown.set(entry, [...(grown.get(entry) ?? []), event]);
  }
  const positions: { [streamName: string]: number } = {};
  for (const [entry, events] of grown) positions[entry.streamName] = entry.position + events.length;
  const home = overlay.entry(definition.home(command));
  if (grown.size > 0 && !grown.has(home))
    throw new Error(`${command.type} left its home unchanged`);
  const remembered = imports ? [] : [rememberedOf(job, result, positions)];
  const entries: StreamEntry[] = [];
  for (const [entry, events] of grown) {
    const position = entry.position + events.length;
    entries.push({
      ...entry,
      position,
      imported: imports ? position : entry.imported,
      state: await projectionOf(entry.ref.type).project(entry.ref.id, entry.state, events),
      lastCommit: events.at(-1)?.metadata.commit.at ?? entry.lastCommit,
      lastHash: events.at(-1)?.metadata.hash ?? null,
      newEvents: [...entry.newEvents, ...events],
      newRemembered: entry === home ? [...entry.newRemembered, ...remembered] : entry.newRemembered,
    });
  }
  return { entries, positions };
};

/** What all events of a command share: one stamp, after those of all streams it was decided on. */
const commitOf = (
  group: Group,
  { command, context }: Job,
  read: ReadonlyMap<string, StreamEntry>,
): Commit => {
  const at = group.stamp([...read.values()].map((entry) => entry.lastCommit));
  return { command, context, recordedAt: group.instant, at };
};

const rememberedOf = (
  { command, context }: Job,
  result: RememberedCommand['result'],
  positions: RememberedCommand['positions'],
): RememberedCommand => ({
  commandId: command.commandId,
  type: command.type,
  actorId: context.actor.id,
  fingerprint: fingerprintOf(command),
  result,
  positions,
});

const entryNamed = (read: ReadonlyMap<string, StreamEntry>, stream: StreamRef) => {
  const entry = read.get(streamNameOf(stream));
  if (!entry) throw new Error(`${streamNameOf(stream)} was never read by this command`);
  return [entry.streamName, entry] as const;
};

/** A guard protects what the decision saw: something that was read, and that is there to be written. */
const assertGuarded = ({ entries, named }: ReadSet, guards: Accepted['guards']) => {
  for (const guard of guards) {
    if (!isRange(guard)) {
      const [streamName, entry] = entryNamed(entries, guard);
      if (entry.position === 0) throw new Error(`${streamName} does not exist: nothing to guard`);
    } else if (!named.some((n) => isRange(n) && rangeKey(n) === rangeKey(guard))) {
      throw new Error(`${rangeKey(guard)} was never read by this command`);
    }
  }
};

/** A refusal that leaves nothing behind. */
export const refused = (refusal: Refusal): Outcome => ({ status: 'refused', refusal, kept: false });
