import { Aside, StatePanel, StateRow } from '@/app/_shared/state-panel';
import { formatGap } from '@/app/_shared/format-duration';
import { CopyButton } from '@/app/_shared/copy-button';
import type { LogLag } from '@/infrastructure/event-log/log-lag';
import { mostCounted } from '@/infrastructure/event-log/log-lag';
import type { OplogWindow } from '@/infrastructure/event-log/oplog-window';
import type { LogStanding } from '@/infrastructure/operations/log-standing';
import { logPlaceText } from '@/infrastructure/proof/log-place';
import { formatCount } from '../_words/format-amount';
import { Worker } from '../_words/worker';

/** Where the log stands, who writes it, and how long it could stand still. */
export const LogPanel = ({ log }: { log: LogStanding }) => (
  <StatePanel label="How the log stands">
    <StateRow label="Position">{formatCount(log.position)}</StateRow>
    <StateRow label="Behind">
      <Lag lag={log.lag} />
    </StateRow>
    <StateRow label="Written by">
      {log.writer ? <Worker holder={log.writer} /> : <span className="text-red">nobody</span>}
    </StateRow>
    <StateRow label="Head">
      <Head log={log} />
    </StateRow>
    <StateRow label="Generation">
      <code className="wrap-anywhere">{log.generation}</code>
    </StateRow>
    <StateRow label="Oplog">
      <Oplog oplog={log.oplog} />
    </StateRow>
  </StatePanel>
);

/** With what is kept elsewhere to be compared later, as `npm run verify` reads it. */
const Head = ({ log: { generation, position, headHash: hash } }: { log: LogStanding }) => {
  if (hash === null) return <Aside>no event yet</Aside>;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <code className="wrap-anywhere">{hash}</code>
      <span className="-ml-2">
        <CopyButton text={logPlaceText({ generation, position, hash })}>
          Copy to keep elsewhere
        </CopyButton>
      </span>
    </span>
  );
};

const Lag = ({ lag }: { lag: LogLag | undefined }) => {
  if (!lag) return <span className="text-amber">cannot be told just now</span>;
  if (lag.events === 0) return 'nothing waits';
  const events = `${formatCount(lag.events)}${lag.events >= mostCounted ? ' or more' : ''} events`;
  return `${events}, the oldest for ${formatGap(lag.seconds * 1000)}`;
};

/** From here on somebody should look: what is not resumed in time must be read from all streams. */
const closeToForgotten = 0.5;

const Oplog = ({ oplog }: { oplog: OplogWindow | undefined }) => {
  if (!oplog) return <Aside>may not be read on this server</Aside>;
  const { resumeAgeSeconds: age, windowSeconds: window } = oplog;
  const remembered = `remembers ${formatGap(window * 1000)}`;
  if (age === undefined) return `the log is being completed; MongoDB ${remembered}`;
  const close = age > window * closeToForgotten;
  return (
    <>
      <span className={close ? 'text-amber' : ''}>resumed {formatGap(age * 1000)} back</span>{' '}
      <Aside>MongoDB {remembered}</Aside>
    </>
  );
};
