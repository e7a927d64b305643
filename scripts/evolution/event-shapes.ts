import { dirname } from 'node:path';

import ts from 'typescript';

import { literal, type Fields, type Shape } from './shape';

/** The shape of the data of each event type. */
export type EventShapes = { readonly [eventType: string]: Shape };

/**
 * Reads the shapes of events from the TypeScript types themselves: for each stream definition in a list
 * that a module exports, in its order, the events its `evolve` takes. Types are expanded down to what
 * JSON holds, brands are their base, and `readonly` does not count; equal types give equal shapes.
 * Throws for types that are no plain JSON, or hold themselves.
 *
 * @param root the file of the module
 * @param exported the name of the list
 */
export function eventShapes(
  root: string,
  exported: string,
  options: ts.CompilerOptions,
): readonly EventShapes[] {
  const program = ts.createProgram([root], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(root);
  const symbol = source && checker.getSymbolAtLocation(source);
  const exports = symbol ? checker.getExportsOfModule(symbol) : [];
  const list = exports.find(({ name }) => name === exported);
  if (!list) throw new Error(`${root} exports no ${exported}`);
  const definitions = checker.getTypeOfSymbol(list) as ts.TypeReference;
  return checker.getTypeArguments(definitions).map((definition) => shapesOf(checker, definition));
}

/** The compiler options of a tsconfig.json, without the libraries that no event is made of. */
export function compilerOptions(file: string): ts.CompilerOptions {
  const read = ts.readConfigFile(file, (path) => ts.sys.readFile(path)) as { config: Config };
  const { jsx: _, ...given } = read.config.compilerOptions;
  const json = { ...given, types: [], lib: ['es2024'] };
  return ts.convertCompilerOptionsFromJson(json, dirname(file)).options;
}

type Config = { readonly compilerOptions: { readonly [name: string]: unknown } };

function shapesOf(checker: ts.TypeChecker, definition: ts.Type): EventShapes {
  const [, parameter] =
    membersOf(checker, definition, 'evolve').getCallSignatures()[0]?.parameters ?? [];
  if (!parameter) throw new Error('evolve takes no event');
  const events = checker.getTypeOfSymbol(parameter);
  const shapes = (events.isUnion() ? events.types : [events]).map((event) => {
    const type = membersOf(checker, event, 'type');
    if (!type.isStringLiteral()) throw new Error('The type of an event is no literal');
    return [
      type.value,
      shapeOf(checker, membersOf(checker, event, 'data'), type.value, []),
    ] as const;
  });
  return Object.fromEntries(sorted(shapes, ([type]) => type));
}

function membersOf(checker: ts.TypeChecker, type: ts.Type, name: string): ts.Type {
  const member = checker.getPropertyOfType(type, name);
  if (!member) throw new Error(`${checker.typeToString(type)} has no ${name}`);
  return checker.getTypeOfSymbol(member);
}

const { StringLiteral, NumberLiteral, BooleanLiteral } = ts.TypeFlags;
const primitives = [
  [ts.TypeFlags.String, 'string'],
  [ts.TypeFlags.Number, 'number'],
  [ts.TypeFlags.Boolean, 'boolean'],
  [ts.TypeFlags.Null, 'null'],
] as const;

function shapeOf(
  checker: ts.TypeChecker,
  type: ts.Type,
  path: string,
  inside: readonly ts.Type[],
): Shape {
  const primitive = primitives.find(([flag]) => type.flags & flag);
  if (primitive) return primitive[1];
  if (type.flags & (StringLiteral | NumberLiteral)) return literal((type as ts.LiteralType).value);
  if (type.flags & BooleanLiteral) return checker.typeToString(type);
  if (inside.includes(type)) throw new Error(`${path} holds itself: its shape has no end`);
  const within = [...inside, type];
  if (type.isUnion()) return unionShape(checker, type, path, within);
  const base = type.isIntersection() && type.types.find((part) => primitiveOf(part));
  if (base) return shapeOf(checker, base, path, within);
  if (type.flags & ts.TypeFlags.Object || type.isIntersection()) {
    return objectShape(checker, type, path, within);
  }
  throw new Error(`${path} is ${checker.typeToString(type)}, which is no plain JSON`);
}

const primitiveOf = (type: ts.Type) => primitives.some(([flag]) => type.flags & flag);

function unionShape(
  checker: ts.TypeChecker,
  { types }: ts.UnionType,
  path: string,
  within: readonly ts.Type[],
): Shape {
  const present = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
  const bothBooleans = present.filter(({ flags }) => flags & BooleanLiteral).length === 2;
  const others = bothBooleans ? present.filter(({ flags }) => !(flags & BooleanLiteral)) : present;
  const shapes = others.map((each) => shapeOf(checker, each, path, within));
  const all = unique(bothBooleans ? ['boolean', ...shapes] : shapes);
  const [only] = all;
  if (only === undefined) throw new Error(`${path} is never there`);
  return all.length === 1 ? only : { '|': all };
}

function objectShape(
  checker: ts.TypeChecker,
  type: ts.Type,
  path: string,
  within: readonly ts.Type[],
): Shape {
  const deeper = (inner: ts.Type, name: string) =>
    shapeOf(checker, inner, `${path}${name}`, within);
  if (checker.isTupleType(type)) {
    const items = checker.getTypeArguments(type as ts.TypeReference);
    return { '#': items.map((item, i) => deeper(item, `[${String(i)}]`)) };
  }
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    if (item) return [deeper(item, '[]')];
  }
  if (type.getCallSignatures().length > 0) throw new Error(`${path} is a function`);
  const any = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  if (any) return { '[]': deeper(any.type, '.*') };
  // Marks that only the compiler sees are no fields.
  const fields = checker.getPropertiesOfType(type).filter(({ name }) => !name.startsWith('__@'));
  return fieldShapes(checker, fields, deeper);
}

function fieldShapes(
  checker: ts.TypeChecker,
  fields: readonly ts.Symbol[],
  deeper: (inner: ts.Type, name: string) => Shape,
): Fields {
  const shapes = fields.map((field) => {
    const optional = field.flags & ts.SymbolFlags.Optional ? '?' : '';
    const shape = deeper(checker.getTypeOfSymbol(field), `.${field.name}`);
    return [`${field.name}${optional}`, shape] as const;
  });
  return Object.fromEntries(sorted(shapes, ([name]) => name));
}

/** In the order of their JSON, each once. */
const unique = (shapes: readonly Shape[]): readonly Shape[] =>
  [...new Set(shapes.map((shape) => JSON.stringify(shape)))]
    .sort()
    .map((json) => JSON.parse(json) as Shape);

const sorted = <T>(items: readonly T[], by: (item: T) => string): readonly T[] =>
  items.toSorted((a, b) => (by(a) < by(b) ? -1 : 1));
