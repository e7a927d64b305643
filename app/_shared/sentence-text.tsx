import type { Sentence, SentencePart } from './sentences/sentence';
import { PageLink } from './page-link';
import { TimesKept } from './times-kept';

const weights = {
  actor: 'font-block text-ink',
  new: 'font-block text-ink',
  old: '',
  text: '',
} as const satisfies Record<SentencePart['kind'], string>;

/** A sentence with who did it and what it led to standing out, and links to what it names. */
export const SentenceText = ({ sentence }: { sentence: Sentence }) =>
  sentence.map((part, i) =>
    part.href ? (
      <PageLink key={i} href={part.href} className={`link ${weights[part.kind]}`}>
        <TimesKept text={part.text} />
      </PageLink>
    ) : (
      <span key={i} className={weights[part.kind]}>
        <TimesKept text={part.text} />
      </span>
    ),
  );
