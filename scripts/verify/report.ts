import type { Break, BreakKind, BreaksOfKind } from '@/infrastructure/proof/breaks';
import { logPlaceText, type LogPlace } from '@/infrastructure/proof/log-place';
import type { Proof } from '@/infrastructure/proof/prove';

/** What each kind of break is about. */
const KINDS: { readonly [Kind in BreakKind]: string } = {
  stream: 'Streams',
  chain: 'Chains of streams',
  state: 'Stored states',
  log: 'The log',
  commit: 'Commits in the log',
  command: 'What is remembered of commands',
  overlap: 'Overlaps',
  hold: 'What is held on the days',
  key: 'Keys of persons',
  checkpoint: 'Checkpoints',
  head: 'The kept head',
};

/** What an operator reads at the end, and whether something does not hold. */
export function reportOf(
  proof: Proof,
  kept: LogPlace | undefined,
): { readonly text: string; readonly broken: boolean } {
  const lines = [checked(proof), ...notices(proof), ...headLines(proof, kept)];
  const broken = proof.breaks.length > 0;
  const end = broken ? brokenLines(proof.breaks) : ['Everything holds.'];
  return { text: [...lines, '', ...end].join('\n'), broken };
}

function checked(proof: Proof): string {
  const { at, streams, events, entries, pieces, reserved, texts, persons, checkpoints } = proof;
  return (
    `As of ${at.toISOString()}: ${counted(streams, 'stream')} with ${counted(events, 'event')}, ` +
    `${counted(entries, 'log entry', 'log entries')}, ${counted(pieces, 'held piece')} of ` +
    `${counted(reserved, 'reservation')}, ${counted(texts, 'sealed text')} and the keys of ` +
    `${counted(persons, 'person')}, ${counted(checkpoints, 'checkpoint')}.`
  );
}

function notices({
  behind,
  statesNotCounted,
  ofAnotherLog,
  erased,
  unreadable,
}: Proof): readonly string[] {
  const { events, oldest } = behind;
  return [
    ...(oldest
      ? [
          `The log is behind by ${counted(events, 'event')}; the oldest is event ${oldest.position} of ` +
            `${oldest.stream}, recorded ${oldest.recordedAt}. A running app catches up within seconds: ` +
            'if this stays, start it, then verify again.',
        ]
      : []),
    ...(statesNotCounted > 0
      ? [
          `${counted(statesNotCounted, 'state')} of an earlier version not compared: each is folded ` +
            'anew when it is next used.',
        ]
      : []),
    ...(erased > 0
      ? [`${counted(erased, 'text')} of persons who were forgotten: nobody can open them.`]
      : []),
    ...(unreadable > 0
      ? [
          `${counted(unreadable, 'text')} that nobody can open, although nobody forgot their persons. So it is ` +
            'in a copy that was restored without keys, and with imported events: npm run verify -- ' +
            '--without-keys counts them and calls nothing broken for it.',
        ]
      : []),
    ...ofAnotherLog.map(
      (name) =>
        `The checkpoint of ${name} belongs to a log that was lost: its subscription waits for “begin again”.`,
    ),
  ];
}

function headLines({ head }: Proof, kept: LogPlace | undefined): readonly string[] {
  if (!head) return ['The log is empty: start the app, which writes it, then verify again.'];
  const lines = [`Head of the log: ${logPlaceText(head)}`];
  if (kept) return [...lines, `Compared with the kept head at position ${counted(kept.position)}.`];
  return [...lines, 'Keep it elsewhere, and compare later: npm run verify -- --head <that head>'];
}

function brokenLines(breaks: readonly BreaksOfKind[]): readonly string[] {
  const all = breaks.reduce((sum, { count }) => sum + count, 0);
  return [
    `BROKEN: ${counted(all, 'thing')} ${all === 1 ? 'does' : 'do'} not hold. The first of each kind:`,
    ...breaks.map(({ count, first }) => {
      const more = count > 1 ? ` (and ${counted(count - 1)} more)` : '';
      return `  ${KINDS[first.kind]}: ${placeOf(first)}${first.what}${more}`;
    }),
    'Change nothing and take a copy of the database; docs/decisions/0012-proof.md says what this means.',
  ];
}

function placeOf({ stream, position, logPosition }: Break): string {
  const places = [
    ...(stream === undefined ? [] : [stream]),
    ...(position === undefined ? [] : [`event ${position}`]),
    ...(logPosition === undefined ? [] : [`log position ${logPosition}`]),
  ];
  return places.length > 0 ? `${places.join(', ')}: ` : '';
}

/** “1 event”, “12,000 events”; only the number where nothing is named. */
function counted(count: number, one?: string, many = `${one}s`): string {
  const number = count.toLocaleString('en');
  return one === undefined ? number : `${number} ${count === 1 ? one : many}`;
}
