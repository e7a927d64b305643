import { Ban, CircleCheck, CircleDot, CircleX, History } from 'lucide-react';
import { Badge } from '@/app/_shared/badge';
import type { StatusNow } from './reservation-status';

const looks = {
  confirmed: { tone: 'accent', icon: CircleCheck, label: 'Confirmed' },
  'under way': { tone: 'accent', icon: CircleDot, label: 'Under way' },
  ended: { tone: 'neutral', icon: History, label: 'Ended' },
  cancelled: { tone: 'neutral', icon: Ban, label: 'Cancelled' },
  refused: { tone: 'red', icon: CircleX, label: 'Refused' },
} as const;

/** The status as a word. */
export const statusLabel = (status: StatusNow): string => looks[status].label;

/** The status as icon, word and colour. */
export const StatusBadge = ({ status }: { status: StatusNow }) => {
  const { tone, icon, label } = looks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {label}
    </Badge>
  );
};
