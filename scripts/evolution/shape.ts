/**
 * What JSON a type allows, as JSON: `string`, `number`, `boolean`, `null` or a literal (`'open'`, `24`)
 * as text; an object as its fields, those that may be missing with `?`; `[shape]` for a list; and by a
 * key that no field has: `|` one of several, `#` a tuple, `[]` any fields of one shape.
 *
 * @example { "reservationId": "string", "note?": { "|": ["null", { "box": "string" }] } }
 */
export type Shape =
  | string
  | readonly [Shape]
  | { readonly '|': readonly Shape[] }
  | { readonly '#': readonly Shape[] }
  | { readonly '[]': Shape }
  | Fields;

/** The fields of an object. */
export type Fields = { readonly [field: string]: Shape };

/** Where a value is not of a shape: paths and what is wrong there; none when it is. */
export function misfits(shape: Shape, value: unknown, path = 'data'): readonly string[] {
  if (typeof shape === 'string') {
    return literal(value) === shape || typeOf(value) === shape ? [] : [`${path} is no ${shape}`];
  }
  if (isList(shape)) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((item, i) => misfits(shape[0], item, `${path}[${String(i)}]`));
  }
  if (isEither(shape)) {
    const fits = shape['|'].some((each) => misfits(each, value).length === 0);
    return fits ? [] : [`${path} is none of ${String(shape['|'].length)} shapes`];
  }
  if (isTuple(shape)) {
    if (!Array.isArray(value) || value.length !== shape['#'].length) {
      return [`${path} is no list of ${String(shape['#'].length)}`];
    }
    return shape['#'].flatMap((each, i) => misfits(each, value[i], `${path}[${String(i)}]`));
  }
  if (!isObject(value)) return [`${path} is no object`];
  if (isMap(shape)) {
    return Object.entries(value).flatMap(([key, v]) => misfits(shape['[]'], v, `${path}.${key}`));
  }
  return fieldMisfits(shape, value, path);
}

function fieldMisfits(fields: Fields, value: Values, path: string): readonly string[] {
  const known = new Set(Object.keys(fields).map(nameOf));
  const extra = Object.keys(value).filter((name) => !known.has(name));
  return [
    ...extra.map((name) => `${path}.${name} is not of the shape`),
    ...Object.entries(fields).flatMap(([field, shape]) => {
      const name = nameOf(field);
      if (Object.hasOwn(value, name)) return misfits(shape, value[name], `${path}.${name}`);
      return isOptional(field) ? [] : [`${path}.${name} is missing`];
    }),
  ];
}

/** The paths of all fields that may be missing. */
export function optionalFields(shape: Shape, path = ''): readonly string[] {
  if (typeof shape === 'string') return [];
  if (isList(shape)) return optionalFields(shape[0], `${path}[]`);
  if (isEither(shape)) return unique(shape['|'].flatMap((each) => optionalFields(each, path)));
  if (isTuple(shape)) return shape['#'].flatMap((each) => optionalFields(each, `${path}[]`));
  if (isMap(shape)) return optionalFields(shape['[]'], `${path}.*`);
  return Object.entries(shape).flatMap(([field, inner]) => {
    const here = `${path}.${nameOf(field)}`;
    return [...(isOptional(field) ? [here] : []), ...optionalFields(inner, here)];
  });
}

/** The paths of those that a value has. */
export function optionalFieldsIn(shape: Shape, value: unknown, path = ''): readonly string[] {
  if (typeof shape === 'string') return [];
  if (isEither(shape)) {
    const fitting = shape['|'].filter((each) => misfits(each, value).length === 0);
    return unique(fitting.flatMap((each) => optionalFieldsIn(each, value, path)));
  }
  if (isList(shape) || isTuple(shape)) {
    const items = Array.isArray(value) ? value : [];
    return unique(
      items.flatMap((item, i) => {
        const inner = isList(shape) ? shape[0] : shape['#'][i];
        return inner === undefined ? [] : optionalFieldsIn(inner, item, `${path}[]`);
      }),
    );
  }
  const values = isObject(value) ? value : {};
  if (isMap(shape)) {
    return Object.values(values).flatMap((v) => optionalFieldsIn(shape['[]'], v, `${path}.*`));
  }
  return Object.entries(shape).flatMap(([field, inner]) => {
    const name = nameOf(field);
    if (!Object.hasOwn(values, name)) return [];
    const here = `${path}.${name}`;
    const deeper = optionalFieldsIn(inner, values[name], here);
    return isOptional(field) ? [here, ...deeper] : deeper;
  });
}

type Values = { readonly [field: string]: unknown };

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (shape: Exclude<Shape, string>): shape is readonly [Shape] => Array.isArray(shape);
const isEither = (shape: object): shape is { readonly '|': readonly Shape[] } => '|' in shape;
const isTuple = (shape: object): shape is { readonly '#': readonly Shape[] } => '#' in shape;
const isMap = (shape: object): shape is { readonly '[]': Shape } => '[]' in shape;

const isOptional = (field: string) => field.endsWith('?');
const nameOf = (field: string) => (isOptional(field) ? field.slice(0, -1) : field);
const typeOf = (value: unknown) => (value === null ? 'null' : typeof value);
const unique = (paths: readonly string[]) => [...new Set(paths)];

/** A literal as a shape writes it. */
export const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : String(value);
