import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { JsonValue } from '../json.js';
import type { Model } from './model.js';

/** SHA-256 over the RFC 8785 (JSON Canonicalization Scheme) form of a value, as `sha256-<hex>`. */
export function digestOf(value: JsonValue): string {
  return digestOfText(canonical(value));
}

/** As `digestOf`, of an object that has a list of `tools`. Their schemas are in several digests, and go through the scheme once. */
export function digestWithTools({ tools, ...rest }: Readonly<Record<string, unknown>> & ToolList): string {
  const texts = tools.map((tool) => canonicalObject(tool, canonicalMember));
  return digestOfText(canonicalObject({ ...rest, tools: `[${texts.join(',')}]` }, memberBesideTools));
}

/** As `digestOf`, of the definition of one tool. */
export function digestOfTool(definition: Readonly<Record<string, unknown>>): string {
  return digestOfText(canonicalObject(definition, canonicalMember));
}

/**
 * Identifies everything that the output is made from, the compiler apart. Maps are objects in it, so that the canonical form sees
 * what is in them. A section that a contract does not have is no part of it: what mcpgen learns to declare changes no digest.
 */
export function modelDigest(model: Model): string {
  const { resources, resourceTemplates, prompts, ...always } = model;
  const sections = Object.entries({ resources, resourceTemplates, prompts }).filter(([, list]) => list.length > 0);
  return digestWithTools({ ...always, ...Object.fromEntries(sections) });
}

interface ToolList {
  readonly tools: readonly object[];
}

type MemberText = (name: string, value: unknown) => string;

/** An object is its members in the order of their names (RFC 8785, 3.2.3), each with its own canonical form. */
function canonicalObject(object: object, textOf: MemberText): string {
  const members = Object.entries(object).filter(([, value]) => value !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${textOf(name, value)}`).join(',')}}`;
}

/** Of members that several digests have. */
const known = new WeakMap<object, string>();

const canonicalMember: MemberText = (_name, value) => {
  if (value instanceof Map) return canonical(Object.fromEntries(value));
  if (typeof value !== 'object' || value === null) return canonical(value);
  const text = known.get(value) ?? canonical(value);
  known.set(value, text);
  return text;
};

const memberBesideTools: MemberText = (name, value) =>
  name === 'tools' ? String(value) : canonical(JSON.parse(JSON.stringify(value, withoutMaps)));

function withoutMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}

function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('a JSON value always has a canonical form');
  return text;
}

function digestOfText(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('hex')}`;
}
