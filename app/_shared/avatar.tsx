/** The initials of a person, `AR` for Ana Ruiz; the name itself always stands beside it. */
export const Avatar = ({ name, mine = false }: { name: string; mine?: boolean }) => (
  <span
    aria-hidden
    className={`inline-flex size-5 shrink-0 items-center justify-center rounded-full text-[9px] leading-none font-semibold ${
      mine ? 'bg-accent-tint-2 text-accent-text' : 'bg-blk text-ink-2'
    }`}
  >
    {initialsOf(name)}
  </span>
);

const initialsOf = (name: string) => {
  const words = name.split(/[\s.]+/).filter(Boolean);
  return `${words[0]?.[0] ?? '?'}${words.at(-1)?.[0] ?? ''}`.toUpperCase();
};
