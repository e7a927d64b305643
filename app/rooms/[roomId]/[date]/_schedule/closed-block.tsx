import { Construction } from 'lucide-react';
import type { TimeZone } from '@/domain/shared/time';
import { placed, type Scale } from './scale';
import type { ClosedPart } from './schedule-model';
import { timesOnDay } from './times-on-day';

type ClosedBlockProps = {
  readonly closure: ClosedPart;
  readonly scale: Scale;
  readonly timeZone: TimeZone;
};

/** A closing in the drawing: hatched like hours that are not open, with a border and why. */
export const ClosedBlock = ({ closure, scale, timeZone }: ClosedBlockProps) => {
  const times = timesOnDay(closure, closure.whole, timeZone);
  return (
    <p
      title={`Closed: ${closure.reason}, ${times}`}
      className="hatched absolute inset-x-1 my-px flex items-start overflow-hidden rounded-control border border-line-2 px-1 text-sub text-ink-2"
      style={placed(scale, closure)}
    >
      <span className="flex max-w-full items-center gap-1.5 rounded-chip bg-canvas px-1">
        <Construction aria-hidden size={14} strokeWidth={1.75} className="shrink-0 text-ink-3" />
        <span className="truncate">
          <span className="font-block text-ink">Closed: {closure.reason}</span>
          <span className="text-meta"> · {times}</span>
        </span>
      </span>
    </p>
  );
};
