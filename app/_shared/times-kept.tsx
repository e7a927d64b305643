/** Times from–to, and numbers with their unit. */
const together = /\d\d:\d\d–\d\d:\d\d|\d+(?:\.\d+)? (?:s|min|h)\b/g;

/** A text in which no line ends inside `10:00–11:00` or between a number and its unit. */
export const TimesKept = ({ text }: { text: string }) => {
  const pieces: React.ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(together)) {
    pieces.push(text.slice(end, match.index));
    pieces.push(
      <span key={match.index} className="whitespace-nowrap">
        {match[0]}
      </span>,
    );
    end = match.index + match[0].length;
  }
  return [...pieces, text.slice(end)];
};
