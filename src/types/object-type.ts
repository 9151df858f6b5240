import type { Demands } from './constraint.js';
import { type KeyTemplate, keyTemplate } from './key-pattern.js';
import type { ObjectShape } from './object-shape.js';
import { docOf } from './schema-doc.js';
import type { TypeBuilder } from './type-builder.js';
import { typeKey } from './type-key.js';
import { type IndexNode, keyword, type MemberNode, type ObjectNode, type TypeNode, unionOf } from './type-node.js';

/**
 * Members that every object literal has by inheritance. TypeScript compares them with an optional member of that name, so
 * that `{}` is refused where `{ toString?: string }` is wanted; only `unknown` takes it.
 */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The object type of a shape. An open shape has an index signature, so that literals with other members are taken. */
export function objectNode(shape: ObjectShape, hint: string, builder: TypeBuilder): ObjectNode {
  const members = [...shape.properties].map(([name, { demands, required }]): MemberNode => {
    const isWeak = !required && inherited.has(name);
    const type = isWeak ? keyword('unknown') : builder.typeOf(demands, `${hint} ${name}`);
    const doc = type.kind === 'reference' ? ownDoc(demands, name, builder) : docOf(demands, builder.side, name);
    return { name, optional: !required, type, ...(doc === undefined ? {} : { doc }) };
  });
  return { kind: 'object', members, indexes: indexesOf(shape, members, hint, builder) };
}

/** Beside a name only what is said at the place itself; the rest stands at the type. */
function ownDoc(demands: Demands, name: string, builder: TypeBuilder) {
  const { index } = builder.evaluator;
  return docOf(
    demands.filter(({ key }) => !index.referenced.has(key)),
    builder.side,
    name,
  );
}

interface Pattern {
  readonly key: KeyTemplate | undefined;
  readonly type: TypeNode;
  readonly pattern: RegExp;
}

function indexesOf(
  shape: ObjectShape,
  members: readonly MemberNode[],
  hint: string,
  builder: TypeBuilder,
): IndexNode[] {
  const rest = builder.typeOf(shape.rest, `${hint} Value`);
  const patterns = shape.patterns.map(({ pattern, demands }): Pattern => {
    const source = pattern.source === '(?:)' ? '' : pattern.source;
    return { key: keyTemplate(source), type: builder.typeOf(demands, `${hint} Value`), pattern };
  });
  const isClosed = rest.kind === 'keyword' && rest.name === 'never';
  const said = saidPatterns(patterns, isClosed, members);
  const needsAll = !isClosed || said.length < patterns.length;
  const isLost = (each: Pattern) => !said.includes(each) && !isAll(each.key) && !(isUnknown(each.type) && !isClosed);
  if (patterns.some(isLost)) builder.lose('patternProperties');
  if (!isClosed && members.some(({ type }) => !isWithin(type, rest))) builder.lose('additionalProperties');
  const indexes = said.flatMap(({ key, type }): IndexNode[] => (key === undefined ? [] : [{ key, type }]));
  if (needsAll) return [{ key: 'string', type: typeOfAll(patterns, members, rest) }, ...indexes];
  return members.length === 0 && indexes.length === 0 ? [{ key: 'string', type: rest }] : indexes;
}

/** Members come under every index signature, so a signature over all names has to take their types too. */
function typeOfAll(patterns: readonly Pattern[], members: readonly MemberNode[], rest: TypeNode): TypeNode {
  if (patterns.length === 0 && isUnknown(rest)) return rest;
  return unionOf([
    ...(patterns.some(({ key }) => isAll(key)) ? [] : [rest]),
    ...patterns.map(({ type }) => type),
    ...members.map(({ type }) => type),
    ...(members.some(({ optional }) => optional) ? [keyword('undefined')] : []),
  ]);
}

/** Patterns that get a signature of their own: no member and no other such pattern may come under it, as TypeScript wants them to agree. */
function saidPatterns(patterns: readonly Pattern[], isClosed: boolean, members: readonly MemberNode[]): Pattern[] {
  const candidates = patterns.filter(({ key, type, pattern }) => {
    if (key === undefined || isAll(key) || (isUnknown(type) && !isClosed)) return false;
    return isUnknown(type) || !members.some(({ name }) => pattern.test(name));
  });
  return candidates.filter((one) => candidates.every((other) => one === other || areApart(one.key, other.key)));
}

/** True when the type is surely among the alternatives of another. */
function isWithin(type: TypeNode, other: TypeNode): boolean {
  if (isUnknown(other)) return true;
  const known = new Set(membersOf(other).map(typeKey));
  return membersOf(type).every((each) => {
    return known.has(typeKey(each)) || (each.kind === 'literal' && known.has(typeof each.value));
  });
}

function membersOf(type: TypeNode): readonly TypeNode[] {
  return type.kind === 'union' ? type.members : [type];
}

function isUnknown(type: TypeNode): boolean {
  return type.kind === 'keyword' && type.name === 'unknown';
}

function isAll(key: KeyTemplate | undefined): boolean {
  return key?.length === 2 && key.every((text) => text === '');
}

/** True when no name fits both templates, going by how they begin. */
function areApart(left: KeyTemplate | undefined, right: KeyTemplate | undefined): boolean {
  const [a, b] = [left?.[0] ?? '', right?.[0] ?? ''];
  return !a.startsWith(b) && !b.startsWith(a);
}
