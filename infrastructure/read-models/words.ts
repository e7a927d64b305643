/** More words of a text than this are not searched. */
const mostWords = 200;

/**
 * The words of a text as they are searched: lower case, without accents, each once.
 *
 * @example wordsOf('Café Zürich, 2nd floor') // ['cafe', 'zurich', '2nd', 'floor']
 */
export const wordsOf = (text: string): readonly string[] => {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, mostWords);
};
