import { CircleCheck, TriangleAlert } from 'lucide-react';
import { Badge } from '@/app/_shared/badge';
import { counted } from '@/app/_shared/format-duration';
import type { Trouble } from '@/infrastructure/operations/troubles';

/** Whether anything needs somebody, in a word. */
export const OverallBadge = ({ troubles }: { troubles: readonly Trouble[] }) =>
  troubles.length === 0 ? (
    <Badge tone="accent" icon={CircleCheck}>
      all at work
    </Badge>
  ) : (
    <Badge tone="red" icon={TriangleAlert}>
      {counted(troubles.length, 'needs', 'need')} a look
    </Badge>
  );
