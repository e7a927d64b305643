import type { ComponentProps } from 'react';
import { PageLink } from './page-link';

type LinkButtonProps = ComponentProps<typeof PageLink> & {
  readonly tone?: 'primary' | 'plain' | 'quiet';
  readonly iconOnly?: boolean;
};

const tones = { primary: 'button-primary', plain: '', quiet: 'button-quiet' } as const;

/** A link that looks like a button: it leads somewhere, it does nothing. */
export const LinkButton = ({ tone = 'plain', iconOnly, className, ...link }: LinkButtonProps) => (
  <PageLink
    {...link}
    className={`button ${tones[tone]} ${iconOnly ? 'button-icon' : ''} ${className ?? ''}`}
  />
);
