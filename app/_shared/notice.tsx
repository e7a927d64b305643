import { CircleCheck, CircleX, Info } from 'lucide-react';
import type { ReactNode, Ref } from 'react';

export type NoticeTone = 'refused' | 'done' | 'info';

type NoticeProps = {
  readonly tone: NoticeTone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** Given where the box takes the focus when it appears. */
  readonly ref?: Ref<HTMLDivElement>;
};

const looks = {
  refused: { Icon: CircleX, box: 'border-red-line bg-surface', icon: 'text-red' },
  done: { Icon: CircleCheck, box: 'border-accent-line bg-accent-tint', icon: 'text-accent-text' },
  info: { Icon: Info, box: 'border-line bg-sunken', icon: 'text-ink-3' },
} as const;

/** A box that says what came of something. Refusals are facts: red marks them, it never floods. */
export const Notice = ({ tone, title, children, ref }: NoticeProps) => {
  const { Icon, box, icon } = looks[tone];
  return (
    <div
      ref={ref}
      tabIndex={ref ? -1 : undefined}
      autoFocus={ref !== undefined}
      role={tone === 'refused' ? 'alert' : undefined}
      className={`flex gap-3 rounded-panel border px-3 py-3 ${box}`}
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} className={`mt-px shrink-0 ${icon}`} />
      <div className="min-w-0 flex-1">
        <p className="text-say font-semibold">{title}</p>
        {children}
      </div>
    </div>
  );
};
