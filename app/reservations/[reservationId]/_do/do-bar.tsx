import { Ban, Move, Pencil } from 'lucide-react';
import { LinkButton } from '@/app/_shared/link-button';
import type { ReservationId } from '@/domain/shared/ids';
import type { Doing } from './doings';

const links = {
  move: { label: 'Move', Icon: Move, look: '' },
  details: { label: 'Change details', Icon: Pencil, look: '' },
  cancel: { label: 'Cancel', Icon: Ban, look: 'button-danger' },
} as const;

type DoBarProps = {
  readonly reservationId: ReservationId;
  readonly can: readonly Doing[];
  readonly open: Doing | undefined;
};

/** What can be done now, as links that open the form, with or without scripts. */
export const DoBar = ({ reservationId, can, open }: DoBarProps) => {
  const shown = can.flatMap((doing) => (doing === 'restore' ? [] : [doing]));
  if (shown.length === 0) return null;
  return (
    <nav aria-label="What you can do" className="mt-4 flex flex-wrap gap-2.5">
      {shown.map((doing) => {
        const { label, Icon, look } = links[doing];
        const isOpen = doing === open;
        return (
          <LinkButton
            key={doing}
            href={`/reservations/${reservationId}${isOpen ? '' : `?do=${doing}`}`}
            aria-current={isOpen ? 'true' : undefined}
            scroll={false}
            className={`aria-[current]:border-accent aria-[current]:bg-accent-tint ${look}`}
          >
            <Icon aria-hidden size={16} strokeWidth={1.75} />
            {label}
          </LinkButton>
        );
      })}
    </nav>
  );
};
