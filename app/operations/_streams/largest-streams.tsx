import {
  largestDocument,
  lookedAtFrom,
  type LargeStream,
} from '@/infrastructure/operations/largest-streams';
import { formatBytes, formatCount } from '../_words/format-amount';

const mostShown = 8;

/** The largest streams against what a document of MongoDB can hold. */
export const LargestStreams = ({ streams }: { streams: readonly LargeStream[] }) => (
  <section aria-labelledby="largest" className="mt-8">
    <h2 id="largest" className="text-say font-semibold">
      Largest streams
    </h2>
    {streams.length === 0 ? (
      <p className="mt-2 text-ink-2">
        No stream holds {lookedAtFrom} events yet; a document may grow to{' '}
        {formatBytes(largestDocument)}.
      </p>
    ) : (
      <ul className="mt-2 grid gap-2">
        {streams.slice(0, mostShown).map(({ streamName, events, bytes }) => (
          <li key={streamName} className="border-t border-line pt-2">
            <p className="flex flex-wrap justify-between gap-x-3">
              <code className="wrap-anywhere">{streamName}</code>
              <span>
                {formatBytes(bytes)} of {formatBytes(largestDocument)}
                <span className="text-ink-3">, {formatCount(events)} events</span>
              </span>
            </p>
            <progress
              aria-label={`Size of ${streamName}`}
              value={bytes}
              max={largestDocument}
              className="progress mt-1"
            />
          </li>
        ))}
      </ul>
    )}
  </section>
);
