import { Activity, Bookmark, DoorOpen } from 'lucide-react';
import { mayOperate } from '@/domain/shared/permissions';
import { Logo } from './logo';
import { RailLink } from './rail-link';
import { ThemeButton } from './theme-button';
import { PageLink } from '../page-link';
import { whoActs } from '../who-acts';

const iconSize = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** The ways to go: a rail beside the page, tabs under it where there is little room. */
export const Rail = () => (
  <nav
    aria-label="Main"
    className="fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-canvas px-2 py-1 desk:inset-y-0 desk:right-auto desk:w-(--rail) desk:flex-col desk:items-stretch desk:gap-1 desk:border-t-0 desk:border-r desk:px-1.5 desk:py-3"
  >
    <PageLink
      href="/rooms"
      aria-label="Roomlog, all rooms"
      className="mb-3 hidden self-center rounded-panel desk:block"
    >
      <Logo />
    </PageLink>
    <RailLink href="/rooms" label="Rooms" also={['/reservations', '/log']}>
      <DoorOpen {...iconSize} />
    </RailLink>
    <RailLink href="/mine" label="Mine">
      <Bookmark {...iconSize} />
    </RailLink>
    <OperationsLink />
    <div className="grid flex-1 place-items-center desk:mt-auto desk:flex-none">
      <ThemeButton />
    </div>
  </nav>
);

/** Only for those who look after the app. */
const OperationsLink = async () => {
  const member = await whoActs();
  if (!member || mayOperate(member)) return null;
  return (
    <RailLink href="/operations" label="Operate">
      <Activity {...iconSize} />
    </RailLink>
  );
};
