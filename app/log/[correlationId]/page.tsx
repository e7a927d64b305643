import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { formatRelative } from '@/app/_shared/format-duration';
import { EmptyState } from '@/app/_shared/empty-state';
import { PageHeader } from '@/app/_shared/page-header';
import { PageLink } from '@/app/_shared/page-link';
import { pageOfStream } from '@/app/_shared/page-of-stream';
import { fullNameOf, type Words } from '@/app/_shared/sentences/sentence';
import { wordsFor } from '@/app/_shared/sentences/words-for';
import { whoActs } from '@/app/_shared/who-acts';
import type { Instant } from '@/domain/shared/time';
import { causesIn, type Cause, type CausedEvent } from '@/infrastructure/queries/causation';

type Props = PageProps<'/log/[correlationId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await correlationIdIn(params);
  return { title: 'What was recorded together' };
}

/** All that one request caused, as a tree: its commands, and the events of each in their streams. */
export default async function CausationPage({ params }: Props) {
  const correlationId = await correlationIdIn(params);
  const causes = await causesIn(correlationId);
  const words = wordsFor(await whoActs(), {});
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Rooms', href: '/rooms' }, { label: 'What was recorded together' }]}
      />
      <main id="main" tabIndex={-1} className="max-w-5xl px-4 py-6 outline-none desk:px-5">
        <h1 className="text-entity font-semibold">What was recorded together</h1>
        <p className="mt-2 wrap-anywhere text-ink-2">
          One request, correlation <code>{correlationId}</code>, and all it caused.
        </p>
        {causes.length === 0 && (
          <div className="mt-5">
            <EmptyState title="Nothing is in the log under this id">
              <p>
                What was recorded a moment ago comes here within seconds.{' '}
                <PageLink href={`/log/${correlationId}`} className="link">
                  Look again
                </PageLink>
              </p>
            </EmptyState>
          </div>
        )}
        <ol className="mt-5 grid gap-4">
          {causes.map((cause) => (
            <CauseItem key={cause.causationId} cause={cause} words={words} />
          ))}
        </ol>
      </main>
    </>
  );
}

const correlationIdIn = async (params: Props['params']) =>
  z.uuid().safeParse((await params).correlationId).data ?? notFound();

const CauseItem = ({ cause, words }: { cause: Cause; words: Words }) => {
  const { causationId, actor, recordedAt, events } = cause;
  const now = new Date().toISOString() as Instant;
  return (
    <li>
      <p className="text-say wrap-anywhere">
        {fullNameOf(words, actor.id)}, {formatRelative(recordedAt, now)}
        <span className="block text-sub text-ink-3">
          Command <code>{causationId}</code>
        </span>
      </p>
      <ol className="mt-2 ml-2 grid gap-1 border-l-2 border-line-2 pl-4">
        {events.map((event) => (
          <EventItem key={event.position} event={event} />
        ))}
      </ol>
    </li>
  );
};

const EventItem = ({ event }: { event: CausedEvent }) => {
  const { position, streamName, streamPosition, type } = event;
  return (
    <li className="py-1">
      <PageLink href={`${pageOfStream(streamName)}#v${streamPosition}`} className="link">
        {type}
      </PageLink>
      <p className="text-sub wrap-anywhere text-ink-3">
        v{streamPosition} of <code>{streamName}</code>, position {position} of the log
      </p>
    </li>
  );
};
