import { ChevronRight } from 'lucide-react';
import type { DomainEvent } from '@/domain/shared/stream';
import type { Instant } from '@/domain/shared/time';
import { Avatar } from './avatar';
import { RawEvent } from './raw-event';
import { RecordedAt } from './recorded-at';
import { SentenceText } from './sentence-text';
import type { Told } from './sentences/history';
import { fullNameOf, type Words } from './sentences/sentence';

type TimelineItemProps = {
  readonly item: Told<DomainEvent>;
  /** The last one, which made the state what it is. */
  readonly current: boolean;
  readonly words: Words;
  readonly now: Instant;
};

/** One event: a node with its version, what happened, who and when, and the raw event to open. */
export const TimelineItem = ({ item, current, words, now }: TimelineItemProps) => {
  const { event, sentence, timeZone } = item;
  const { streamPosition, recordedAt, actor } = event.metadata;
  const name = fullNameOf(words, actor.id);
  return (
    <li
      id={`v${streamPosition}`}
      className="group/item relative flex gap-4 pb-5 before:absolute before:top-7 before:bottom-0 before:left-3.5 before:w-px before:bg-line-2"
    >
      <span
        aria-hidden
        className={`flex size-7 shrink-0 items-center justify-center rounded-full border-2 text-sub font-semibold group-target/item:border-accent group-target/item:bg-accent group-target/item:text-on-accent group-target/item:ring-4 group-target/item:ring-accent-tint-2 ${
          current
            ? 'border-accent bg-surface text-accent-text'
            : 'border-line-2 bg-surface text-ink-2'
        }`}
      >
        {streamPosition}
      </span>
      <div className="min-w-0 flex-1">
        <p className="pt-1 text-say wrap-anywhere text-ink-2">
          <span className="sr-only">Version {streamPosition}: </span>
          <SentenceText sentence={sentence} />
        </p>
        <RawEvent event={event}>
          <summary className="grid min-h-8 grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-0.5 rounded-control py-0.5 text-sub text-ink-2 hover:bg-hover @2xl:grid-cols-[auto_minmax(0,1fr)_auto] pointer-coarse:min-h-11">
            <span className="flex items-center gap-2">
              <Avatar name={name} mine={actor.id === words.viewer} />
              {name}
            </span>
            <span className="col-span-2 row-start-2 @2xl:col-span-1 @2xl:col-start-2 @2xl:row-start-1">
              <RecordedAt at={recordedAt} timeZone={timeZone} now={now} />
            </span>
            <span className="col-start-2 row-start-1 flex min-w-0 items-center justify-end gap-1 @2xl:col-start-3">
              <code className="min-w-0 truncate rounded-chip bg-hover px-1.5 text-ink-2 group-hover:bg-line">
                {event.type}
              </code>
              <span className="sr-only">, raw event</span>
              <ChevronRight
                aria-hidden
                size={16}
                strokeWidth={1.75}
                className="shrink-0 text-ink-3 transition-transform duration-120 group-open:rotate-90"
              />
            </span>
          </summary>
        </RawEvent>
      </div>
    </li>
  );
};
