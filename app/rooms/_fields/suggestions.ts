const separator = ', ';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/**
 * What a list of things with commas between may become: the thing that is being typed completed, or,
 * where it is complete, one more behind it. Nothing is offered twice.
 *
 * @example nextOf('Screen, v', ['Screen', 'Video']) // ['Screen, Video']
 */
export const nextOf = (typed: string, known: readonly string[]): readonly string[] => {
  const things = typed.split(',').map((thing) => thing.trim());
  const last = things.at(-1) ?? '';
  const complete = known.some((thing) => same(thing, last));
  const before = (complete ? things : things.slice(0, -1)).filter((thing) => thing !== '');
  return known
    .filter((thing) => !before.some((chosen) => same(chosen, thing)))
    .map((thing) => [...before, thing].join(separator));
};
