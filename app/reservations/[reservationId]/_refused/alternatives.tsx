import { PageLink } from '@/app/_shared/page-link';
import type { NextLink } from '@/app/_shared/refusal-text/wording';
import type { Alternative } from '@/infrastructure/queries/alternatives';
import { AlternativesForm } from '../_instead/alternatives-form';

type AlternativesProps = {
  readonly alternatives: readonly Alternative[];
  /** It was the viewer who was refused. */
  readonly mine: boolean;
  /** What the refusal advises. */
  readonly next: string;
  readonly links: readonly NextLink[];
  /** The day that was asked for has passed. */
  readonly over: boolean;
  /** Today in the room that was asked for. */
  readonly roomHref: string;
};

/** What to do next: what would be granted now, each booked by one press, and where else to look. */
export const Alternatives = (props: AlternativesProps) => {
  const { alternatives, mine, next, links, over, roomHref } = props;
  const further = over ? [...links, { label: 'See the room today', href: roomHref }] : links;
  return (
    <section aria-labelledby="next" className="mt-6">
      <h2 id="next" className="text-say font-semibold">
        {mine ? 'What you can do now' : 'Look further'}
      </h2>
      {mine && <p className="mt-1 text-ink-2">{next}</p>}
      {mine && alternatives.length > 0 && (
        <AlternativesForm
          alternatives={alternatives}
          hint="A refused booking keeps no title, so give it again; it can be changed later too."
        />
      )}
      {mine && !over && alternatives.length === 0 && (
        <p className="mt-1 text-ink-2">
          Nothing as long is free on that day, neither here nor in another room at that time.
        </p>
      )}
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
        {further.map(({ label, href }) => (
          <PageLink key={href} href={href} className="link py-1">
            {label}
          </PageLink>
        ))}
      </p>
    </section>
  );
};
