import { alternatives, type Code, lines, list, nothing, ts } from '../emit/code/code.js';
import { docComment } from '../emit/code/comment.js';
import { identifier } from '../emit/code/identifier.js';
import { jsonLiteral, propertyKey, stringLiteral } from '../emit/code/literal.js';
import { templateType } from '../emit/code/template-type.js';
import type { Declaration, Doc, IndexNode, Keyword, MemberNode, ObjectNode, TupleNode, TypeNode } from './type-node.js';

const widthOfOneLine = 90;

const keywords: Readonly<Record<Keyword, Code>> = {
  unknown: ts`unknown`,
  never: ts`never`,
  string: ts`string`,
  number: ts`number`,
  boolean: ts`boolean`,
  null: ts`null`,
  undefined: ts`undefined`,
};

/** Always a type alias, see docs/adr/0014. */
export function printDeclaration({ name, type, doc }: Declaration): Code {
  const head = printDoc(doc);
  if (type.kind === 'object')
    return lines(head, ts`export type ${identifier(name)} = ${printBlock(printMembers(type))};`);
  if (type.kind !== 'union') return lines(head, ts`export type ${identifier(name)} = ${printType(type)};`);
  const members = type.members.map(printType);
  if (isShort(members)) return lines(head, ts`export type ${identifier(name)} = ${list(members, ' | ')};`);
  return lines(
    head,
    ts`export type ${identifier(name)} =
  ${alternatives(members)};`,
  );
}

/** A type as it stands after a colon. */
export function printType(type: TypeNode): Code {
  switch (type.kind) {
    case 'keyword':
      return keywords[type.name];
    case 'literal':
      // A type cannot be a sum of literals, as a long text of several lines would be.
      return typeof type.value === 'string' ? stringLiteral(type.value) : jsonLiteral(type.value);
    case 'reference':
      return identifier(type.name);
    case 'array':
      return ts`${printOperand(type.item)}[]`;
    case 'tuple':
      return printTuple(type);
    case 'object':
      return printObject(type);
    case 'union':
      return printUnion(type.members.map(printType));
  }
}

function printUnion(members: readonly Code[]): Code {
  return isShort(members)
    ? list(members, ' | ')
    : ts`
  ${alternatives(members)}`;
}

function isShort(pieces: readonly Code[]): boolean {
  return (
    !pieces.some(({ text }) => text.includes('\n')) &&
    pieces.reduce((sum, { text }) => sum + text.length + 3, 0) <= widthOfOneLine
  );
}

function printOperand(type: TypeNode): Code {
  const code = printType(type);
  if (type.kind !== 'union') return code;
  return code.text.startsWith('\n')
    ? ts`(${code}
)`
    : ts`(${code})`;
}

function printTuple({ required, optional, rest }: TupleNode): Code {
  const items = [
    ...required.map(printType),
    ...optional.map((item) => ts`${printOperand(item)}?`),
    ...(rest === undefined ? [] : [ts`...${printOperand(rest)}[]`]),
  ];
  return isShort(items)
    ? ts`[${list(items)}]`
    : ts`[
  ${lines(items.map((item) => ts`${item},`))}
]`;
}

function printObject(type: ObjectNode): Code {
  const printed = printMembers(type);
  const isInline = printed.length === 1 && type.members.every(({ doc }) => doc === undefined) && isShort(printed);
  return isInline ? ts`{ ${list(printed)} }` : printBlock(printed);
}

function printBlock(printed: readonly Code[]): Code {
  if (printed.length === 0) return ts`{}`;
  return ts`{
  ${lines(printed.map((member) => ts`${member};`))}
}`;
}

function printMembers({ members, indexes }: ObjectNode): Code[] {
  return [...members.map(printMember), ...indexes.map(printIndex)];
}

function printMember({ name, optional, type, doc }: MemberNode): Code {
  const mark = optional ? ts`?` : nothing;
  const member = typed(ts`${propertyKey(name)}${mark}`, type);
  return doc === undefined ? member : lines(printDoc(doc), member);
}

function printIndex({ key, type }: IndexNode): Code {
  return typed(ts`[key: ${key === 'string' ? keywords.string : templateType(key)}]`, type);
}

/** A union of several lines starts on the next line; no space is left behind the colon. */
function typed(what: Code, type: TypeNode): Code {
  const code = printType(type);
  return code.text.startsWith('\n') ? ts`${what}:${code}` : ts`${what}: ${code}`;
}

function printDoc(doc: Doc | undefined): Code {
  return doc === undefined ? nothing : docComment(doc.text, doc.tags);
}
