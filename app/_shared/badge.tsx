import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type BadgeProps = {
  readonly tone: 'accent' | 'neutral' | 'amber' | 'red';
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
};

const tones = {
  accent: 'border-transparent bg-accent-tint text-accent-text',
  neutral: 'border-transparent bg-hover text-ink-2',
  amber: 'border-amber-line bg-amber-tint text-amber',
  red: 'border-red-line bg-surface text-red',
} as const;

/** A short state beside a title; its icon and its words say it, the colour only helps. */
export const Badge = ({ tone, icon: Icon, children }: BadgeProps) => (
  <span
    className={`inline-flex min-h-6 items-center gap-1.5 rounded-full border px-2.5 text-sub font-medium whitespace-nowrap ${tones[tone]}`}
  >
    {Icon && <Icon aria-hidden size={14} strokeWidth={1.75} className="shrink-0" />}
    {children}
  </span>
);
