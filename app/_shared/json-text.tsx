const token =
  /("(?:\\.|[^"\\])*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

/** Plain JSON, indented; where it is coloured, its strings and numbers are told apart. */
export const JsonText = ({ value, coloured }: { value: unknown; coloured: boolean }) => {
  const json = JSON.stringify(value, null, 2);
  if (!coloured) return <code>{json}</code>;
  const pieces: React.ReactNode[] = [];
  let end = 0;
  for (const match of json.matchAll(token)) {
    const [text, string, colon] = match;
    pieces.push(json.slice(end, match.index));
    pieces.push(
      <span key={match.index} className={colourOf(string, colon)}>
        {text}
      </span>,
    );
    end = match.index + text.length;
  }
  return (
    <code>
      {pieces}
      {json.slice(end)}
    </code>
  );
};

const colourOf = (string: string | undefined, colon: string | undefined) => {
  if (colon) return 'text-ink-2';
  return string ? 'text-accent-text' : 'text-amber';
};
