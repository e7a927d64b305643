import { formatMinutes } from '@/app/_shared/format-duration';
import { PageLink } from '@/app/_shared/page-link';
import { minutesOf } from '@/domain/shared/instants';
import type { TimeZone } from '@/domain/shared/time';
import { timesOnDay } from './times-on-day';
import { heightOf, placed, topOf, type Scale } from './scale';
import type { Block } from './schedule-model';

type BlockLinkProps = {
  readonly block: Block;
  readonly scale: Scale;
  readonly timeZone: TimeZone;
};

/** A block this high has room for two lines. */
const twoLines = 38;

/** One reservation in the drawing, a link to its page; named in full for screen readers. */
export const BlockLink = ({ block, scale, timeZone }: BlockLinkProps) => {
  const { reservationId, used, buffer, organiser, title = 'Reserved', mine } = block;
  const times = timesOnDay(used, block.whole, timeZone);
  const bufferMinutes = minutesOf(buffer);
  const height = Math.min(heightOf(scale), topOf(scale, used.end)) - topOf(scale, used.start);
  return (
    <li className="contents">
      <PageLink
        href={`/reservations/${reservationId}`}
        title={`${title}, ${organiser}, ${times}`}
        className={`slot ${lookOf(block)}`}
        style={placed(scale, used)}
      >
        <span className={height < twoLines ? 'flex gap-2 truncate' : 'block py-1'}>
          <span className="block truncate text-sub font-block">{title}</span>
          <span className={`block truncate text-meta ${mine ? 'text-accent-text' : 'text-ink-2'}`}>
            {organiser} · {times}
          </span>
        </span>
        {mine && <span className="sr-only">, yours</span>}
        {block.ended && <span className="sr-only">, over</span>}
        {bufferMinutes > 0 && (
          <span className="sr-only">, {formatMinutes(bufferMinutes)} kept free after it</span>
        )}
      </PageLink>
      {bufferMinutes > 0 && <span aria-hidden className="buffer" style={placed(scale, buffer)} />}
    </li>
  );
};

const lookOf = ({ mine, ended }: Block) => {
  if (ended) return 'slot-ended';
  return mine ? 'slot-mine' : '';
};
