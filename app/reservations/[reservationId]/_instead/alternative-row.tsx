import { differenceOf, placeOf } from '@/app/_shared/alternative-words';
import { choiceOf } from '@/app/_shared/choice';
import { ChoiceButton } from '@/app/_shared/choice-button';
import { PageLink } from '@/app/_shared/page-link';
import { DayStripBar } from '@/app/_shared/day-strip-bar';
import { dateOf } from '@/domain/shared/days';
import type { Alternative } from '@/infrastructure/queries/alternatives';

/** One alternative: where and when, how it differs, its day in one line, and its button. */
export const AlternativeRow = ({
  alternative,
  number,
}: {
  alternative: Alternative;
  number: number;
}) => {
  const { roomId, wish, strip, slot } = alternative;
  const what = placeOf(alternative);
  return (
    <li className="flex items-center gap-x-3 px-3 py-2.5 first:rounded-t-panel first:bg-accent-tint last:rounded-b-panel">
      <span
        aria-hidden
        className="flex size-6 shrink-0 items-center justify-center rounded-chip border border-line-2 text-sub text-ink-2"
      >
        {number}
      </span>
      <div className="min-w-0 flex-1 wrap-anywhere">
        <PageLink
          href={`/rooms/${roomId}/${dateOf(wish.startsAt)}`}
          className="font-block hover:underline"
        >
          {what}
        </PageLink>
        <p className="text-sub text-ink-2">{differenceOf(alternative)}</p>
      </div>
      <DayStripBar
        strip={strip}
        chosen={slot}
        as="wished"
        className="w-20 shrink-0 @max-[24rem]:hidden @[27rem]:w-28"
      />
      <ChoiceButton
        choice={choiceOf(alternative)}
        label={`Book ${what}`}
        verb="Book"
        first={number === 1}
      />
    </li>
  );
};
